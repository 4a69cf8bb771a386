package downhill.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every rule on every landscape. */
class DescentTests {

  private static final Schedule FALLING = ScheduleKind.COSINE.make(100, 0.001);

  static Stream<OptimizerKind> rules() {
    return Stream.of(OptimizerKind.values());
  }

  static Stream<Arguments> rulesAndLandscapes() {
    return rules().flatMap(rule -> Gallery.all().map(place -> arguments(rule, place.name())));
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("rulesAndLandscapes")
  void isTheSameToTheLastBitWhenWalkedAgain(OptimizerKind rule, String landscape) {
    Walk walk = walk(rule, landscape);
    assertThat(bits(walk.all())).isEqualTo(bits(walk.all()));
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("rulesAndLandscapes")
  void doesNotKnowHowFarItWillBeAllowedToGo(OptimizerKind rule, String landscape) {
    List<String> whole = bits(walk(rule, landscape).steps(150).all());
    List<String> half = bits(walk(rule, landscape).steps(70).all());
    int shared = Math.min(whole.size(), half.size());
    assertThat(half.subList(0, shared)).isEqualTo(whole.subList(0, shared));
    assertThat(half).hasSizeLessThanOrEqualTo(71);
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("rulesAndLandscapes")
  void goesOnAsBeforeWhenNothingIsChanged(OptimizerKind rule, String landscape) {
    Optimizer same = Walk.withDefaults(rule);
    assertThat(bits(walk(rule, landscape).changing(33, same, 0.01).all()))
        .isEqualTo(bits(walk(rule, landscape).all()));
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("rulesAndLandscapes")
  void aForkGoesOnLikeTheOtherAndByItself(OptimizerKind rule, String landscape) {
    Walk walk = walk(rule, landscape);
    List<String> whole = bits(walk.all());
    Descent descent = walk.begin();
    for (int k = 0; k < whole.size(); k++) {
      Descent fork = descent.fork();
      if (k % 40 == 0) {
        assertThat(bits(rest(fork))).isEqualTo(whole.subList(k, whole.size()));
        assertThat(fork.verdict()).contains(walk.verdict());
      } else {
        fork.skip();
      }
      assertThat(Walk.bits(descent.next())).isEqualTo(whole.get(k));
    }
    assertThat(descent.verdict()).contains(walk.verdict());
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("rulesAndLandscapes")
  void keepsItsPastWhenItsFutureIsChanged(OptimizerKind rule, String landscape) {
    List<Step> before = walk(rule, landscape).all();
    List<Step> after = walk(rule, landscape).changing(33, Walk.withDefaults(rule), 0.002).all();
    int known = Math.min(34, before.size());
    assertThat(bits(after.subList(0, known))).isEqualTo(bits(before.subList(0, known)));
    if (before.size() > 34 && rule != OptimizerKind.RPROP) {
      assertThat(after.get(34).learningRate()).isEqualTo(FALLING.rate(0.002, 33));
      assertThat(after.get(34).w()).isNotEqualTo(before.get(34).w());
    }
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("rulesAndLandscapes")
  void handsOutNothingThatIsNotFinite(OptimizerKind rule, String landscape) {
    for (double rate : new double[] {1e-6, 0.3, 7, 1000}) {
      Walk walk = Walk.on(landscape).by(Walk.withDefaults(rule), rate).shaken(0.2, 9);
      List<Step> steps = walk.steps(300).all();
      for (int k = 0; k < steps.size(); k++) {
        Step step = steps.get(k);
        assertThat(step.k()).isEqualTo(k);
        assertThat(Vectors.allFinite(step.w())).isTrue();
        assertThat(Vectors.allFinite(step.gradient())).isTrue();
        assertThat(step.loss()).isFinite();
        assertThat(step.learningRate()).isFinite();
      }
      assertThat(walk.verdict() == Verdict.DIVERGED || steps.size() == 301).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void remembersOnlyFiniteNumbersUnderTheNamesItsRuleGives(OptimizerKind kind) {
    Optimizer rule = Walk.withDefaults(kind);
    for (Step step : Walk.on("rosenbrock").by(rule, 0.01).steps(80).all()) {
      assertThat(step.state().names()).isEqualTo(rule.remembers());
      for (int i = 0; i < rule.remembers().size(); i++) {
        assertThat(step.state().values(i)).hasSize(2);
        assertThat(Vectors.allFinite(step.state().values(i))).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void comesDownTheValley(OptimizerKind rule) {
    // Adadelta starts from steps of a thousandth; it alone wants a rate of several times its own.
    double rate = rule == OptimizerKind.ADADELTA ? 20 : rule == OptimizerKind.ADAGRAD ? 0.5 : 0.05;
    List<Step> steps = Walk.on("valley").by(Walk.withDefaults(rule), rate).steps(400).all();
    assertThat(steps.get(steps.size() - 1).loss()).isLessThan(0.01 * steps.get(0).loss());
  }

  @Test
  void oneRuleDrivesManyBallsWithoutMixingThemUp() {
    Optimizer adam = Walk.withDefaults(OptimizerKind.ADAM);
    Walk here = Walk.on("bumpy").from(3).by(adam, 0.1);
    Walk there = Walk.on("rosenbrock").by(adam, 0.02);
    Descent one = here.begin();
    Descent other = there.begin();
    List<String> interleaved = new ArrayList<>();
    List<String> otherInterleaved = new ArrayList<>();
    for (int k = 0; k <= 200; k++) {
      interleaved.add(Walk.bits(one.next()));
      otherInterleaved.add(Walk.bits(other.next()));
    }
    assertThat(interleaved).isEqualTo(bits(here.all()));
    assertThat(otherInterleaved).isEqualTo(bits(there.all()));
  }

  @Test
  void carriesItsVelocityThroughAChange() {
    Optimizer heavy = OptimizerKind.MOMENTUM.make(0.9);
    Optimizer light = OptimizerKind.MOMENTUM.make(0.5);
    List<Step> steps =
        Walk.on("bumpy").by(heavy, 0.01).changing(40, heavy, 0.03).changing(60, light, 0.03).all();
    double before = steps.get(40).state().values(0)[0];
    double slope = steps.get(40).gradient()[0];
    assertThat(steps.get(41).state().values(0)[0]).isEqualTo(0.9 * before + slope);
    assertThat(steps.get(41).w()[0])
        .isEqualTo(steps.get(40).w()[0] - 0.03 * (0.9 * before + slope));
    before = steps.get(60).state().values(0)[0];
    slope = steps.get(60).gradient()[0];
    assertThat(steps.get(61).state().values(0)[0]).isEqualTo(0.5 * before + slope);
  }

  @ParameterizedTest(name = "at {0}: {1} steps")
  @CsvSource({"0.03, 40", "0.1, 11", "0.2, 4", "0.25, 1", "0.3, 4"})
  void takesTheStepsOfGooglesExercise(double rate, int steps) {
    for (double start : new double[] {2.5, -1, 3e-5, 1e4}) {
      List<Step> walked = Walk.on("steep-valley").from(start).by(new Sgd(), rate).steps(100).all();
      long first =
          walked.stream().filter(step -> isThere(step, start)).findFirst().orElseThrow().k();
      assertThat(first).isEqualTo(steps);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.500001, 0.6, 1, 10})
  void neverArrivesAtTheEdgeOfGooglesExerciseAndBeyond(double rate) {
    assertThat(Walk.on("steep-valley").by(new Sgd(), rate).steps(10_000).all())
        .noneMatch(step -> isThere(step, 2.5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"valley", "steep-valley", "gentle-valley"})
  void landsOnAParabolasMinimumInOneStepAtOneOverTheCurvature(String name) {
    double curvature = curvature(Gallery.curve(name).orElseThrow(), 0);
    List<Step> steps = Walk.on(name).by(new Sgd(), 1 / curvature).steps(1).all();
    assertThat(steps.get(1).w()[0]).isCloseTo(0, within(1e-9));
  }

  static Stream<Arguments> roundMinima() {
    return Gallery.curves().stream()
        .flatMap(
            curve ->
                curve.minima().stream()
                    .map(minimum -> minimum.w()[0])
                    .filter(w -> curvature(curve, w) > 1e-3)
                    .map(w -> arguments(curve.name(), w)));
  }

  @ParameterizedTest(name = "{0} at {1}")
  @MethodSource("roundMinima")
  void settlesBelowTwoOverTheCurvatureAndDepartsAboveIt(String name, double minimum) {
    double edge = 2 / curvature(Gallery.curve(name).orElseThrow(), minimum);
    double near = 1e-6;
    assertThat(distanceAfter(name, minimum, near, 0.98 * edge)).isLessThan(0.05 * near);
    assertThat(distanceAfter(name, minimum, near, 1.02 * edge)).isGreaterThan(20 * near);
  }

  @Test
  void everyCurveButTheFlatBottomedOneHasRoundMinima() {
    assertThat(roundMinima().map(arguments -> arguments.get()[0]).distinct()).hasSize(8);
  }

  @Test
  void usesTheRateOfTheFirstUpdateBeforeIt() {
    Schedule warmUp = ScheduleKind.WARM_UP.make(10, 0.2);
    List<Step> steps = Walk.on("valley").by(new Sgd(), 0.1).under(warmUp).all();
    assertThat(steps.get(0).learningRate()).isEqualTo(steps.get(1).learningRate());
    assertThat(steps.get(1).learningRate()).isCloseTo(0.02, within(1e-15));
    assertThat(steps.get(2).learningRate()).isCloseTo(0.028, within(1e-15));
  }

  @Test
  void refusesAStartWhereTheLossIsNotFinite() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Walk.on("flat-bottomed").from(1e200).by(new Sgd(), 0.1).begin())
        .withMessageContaining("not finite");
  }

  /** Each partial derivative is finite, but no number can say how steep it is. */
  @Test
  void endsBeforeASlopeTooSteepForANumber() {
    double steep = 1.7e308;
    Surface cliff =
        new Surface((x, y) -> x, (x, y) -> x == 0 ? 1 : steep, (x, y) -> x == 0 ? 0 : steep);
    Walk walk =
        Walk.on(new Landscape("cliff", "", cliff, List.of(), new double[2], List.of()))
            .by(new Sgd(), 0.1);
    assertThat(walk.all()).singleElement().returns(1.0, Step::gradientNorm);
    assertThat(walk.verdict()).isEqualTo(Verdict.DIVERGED);
  }

  @Test
  void handsOutNothingAfterItsEnd() {
    Descent descent = Walk.on("valley").by(new Sgd(), 0.1).steps(3).begin();
    for (int k = 0; k <= 3; k++) {
      assertThat(descent.verdict()).isEmpty();
      descent.next();
    }
    assertThat(descent.verdict()).contains(Verdict.UNFINISHED);
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(descent::next);
    assertThat(descent.verdict()).contains(Verdict.UNFINISHED);
  }

  @Test
  void aStepIsACopyThatNobodyCanChange() {
    Descent descent = Walk.on("bowl").by(Walk.withDefaults(OptimizerKind.ADAM), 0.1).begin();
    Step first = descent.next();
    String before = Walk.bits(first);
    first.w()[0] = 99;
    first.gradient()[0] = 99;
    descent.next();
    assertThat(Walk.bits(first)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aStepHasAsManySlopesAsParameters(int parameters) {
    double[] w = {1, 2, 3, 4};
    Step step = Step.at(0, w, 5, new double[] {6, 7, 8, 9}, 0.1, State.NONE);
    assertThat(step.w()).containsExactly(w);
    assertThat(step.gradient()).containsExactly(6, 7, 8, 9);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Step.at(0, w, 5, new double[parameters], 0.1, State.NONE))
        .withMessage("the gradient must have 4 numbers; it has " + parameters);
  }

  private static Walk walk(OptimizerKind rule, String landscape) {
    return Walk.on(landscape)
        .by(Walk.withDefaults(rule), 0.01)
        .shaken(0.1, 3)
        .under(FALLING)
        .steps(150);
  }

  private static boolean isThere(Step step, double start) {
    return Math.abs(step.w()[0]) <= 0.00604 * Math.abs(start);
  }

  private static double distanceAfter(String name, double minimum, double near, double rate) {
    Walk walk = Walk.on(name).from(minimum + near).by(new Sgd(), rate).steps(100);
    return walk.all().stream()
        .skip(99)
        .mapToDouble(step -> Math.abs(step.w()[0] - minimum))
        .max()
        .orElseThrow();
  }

  private static double curvature(Landscape curve, double w) {
    double h = 1e-5;
    double[] ahead = new double[1];
    double[] behind = new double[1];
    curve.objective().gradient(new double[] {w + h}, ahead);
    curve.objective().gradient(new double[] {w - h}, behind);
    return (ahead[0] - behind[0]) / (2 * h);
  }

  private static List<Step> rest(Descent descent) {
    List<Step> steps = new ArrayList<>();
    descent.forEachRemaining(steps::add);
    return steps;
  }

  private static List<String> bits(List<Step> steps) {
    return steps.stream().map(Walk::bits).toList();
  }
}
