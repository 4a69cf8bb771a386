package downhill.lesson;

import static downhill.lesson.Term.cases;
import static downhill.lesson.Term.max;
import static downhill.lesson.Term.min;
import static downhill.lesson.Term.minus;
import static downhill.lesson.Term.negated;
import static downhill.lesson.Term.over;
import static downhill.lesson.Term.plus;
import static downhill.lesson.Term.power;
import static downhill.lesson.Term.root;
import static downhill.lesson.Term.sign;
import static downhill.lesson.Term.size;
import static downhill.lesson.Term.times;

import downhill.descent.OptimizerKind;
import downhill.run.Spec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The update of every optimizer written out in the letters of its paper, for one parameter: what it
 * remembers anew, what it makes of that, and the step. A test holds each to the engine.
 *
 * <p>A symbol with {@code -before} is what was remembered when the update began; {@code t} is the
 * number of the update, counted from 1.
 */
final class RuleBook {

  private static final Term W = of("w");
  private static final Term G = of("gradient");
  private static final Term ALPHA = of("alpha");
  private static final Term RATE = of("rate");
  private static final Term T = of("t");
  private static final Term ONE = Term.of(1);
  private static final Term EPSILON = of("epsilon");

  private RuleBook() {}

  /** The rule of a run. Momentum of which nothing is kept is plain descent. */
  static WrittenRule of(Spec spec) {
    boolean keepsNothing = Double.valueOf(0).equals(spec.settings().get("momentum"));
    return of(keepsNothing ? OptimizerKind.SGD : spec.optimizer());
  }

  private static WrittenRule of(OptimizerKind kind) {
    return switch (kind) {
      case SGD -> steady("", List.of(), step(times(ALPHA, G)));
      case MOMENTUM ->
          steady("velocity", List.of("velocity"), velocity(), step(times(ALPHA, of("velocity"))));
      case NESTEROV -> nesterov();
      case ADAGRAD -> adagrad();
      case ADADELTA -> adadelta();
      case RMSPROP -> rmsprop();
      case ADAM -> adam(List.of("m", "v"), first(), second(), corrected("m"), corrected("v"), ADAM);
      case AMSGRAD -> amsgrad();
      case ADAMW -> adamW();
      case ADAMAX -> adamax();
      case NADAM -> nadam();
      case RADAM -> radam();
      case RPROP -> rprop();
      case LION -> lion();
    };
  }

  private static final WrittenRule.Line ADAM = rate(divisor(root(of("v-hat"))));

  private static WrittenRule nesterov() {
    return steady(
        "velocity",
        List.of("velocity"),
        velocity(),
        line("ahead", plus(G, times(of("momentum"), of("velocity")))),
        step(times(ALPHA, of("ahead"))));
  }

  private static WrittenRule adagrad() {
    return rule(
        "",
        List.of("G"),
        line("G", plus(before("G"), square(G))),
        rate(divisor(root(of("G")))),
        step(times(RATE, G)));
  }

  private static WrittenRule rmsprop() {
    return rule(
        "",
        List.of("meanSquare"),
        average("decay", "meanSquare", square(G)),
        rate(divisor(root(of("meanSquare")))),
        step(times(RATE, G)));
  }

  private static WrittenRule amsgrad() {
    return adam(
        List.of("m", "v", "vHat"),
        first(),
        second(),
        line("vHat", max(before("vHat"), of("v"))),
        corrected("m"),
        rate(divisor(root(over(of("vHat"), share("beta2"))))));
  }

  private static WrittenRule adamax() {
    return adam(
        List.of("m", "u"),
        first(),
        line("u", max(times(of("beta2"), before("u")), plus(size(G), EPSILON))),
        corrected("m"),
        rate(of("u")));
  }

  private static WrittenRule adadelta() {
    Term size =
        over(root(plus(before("meanSquareStep"), EPSILON)), root(within("meanSquareGradient")));
    Term change = over(of("step"), ALPHA);
    return rule(
        "",
        List.of("meanSquareGradient", "meanSquareStep"),
        average("rho", "meanSquareGradient", square(G)),
        line("rate", times(ALPHA, size)),
        step(times(RATE, G)),
        average("rho", "meanSquareStep", square(change)));
  }

  private static Term within(String symbol) {
    return plus(of(symbol), EPSILON);
  }

  private static WrittenRule adamW() {
    Term pull = times(ALPHA, of("weightDecay"), W);
    return rule(
        "m",
        List.of("m", "v"),
        first(),
        second(),
        corrected("m"),
        corrected("v"),
        ADAM,
        line("step", minus(negated(times(RATE, of("m-hat"))), pull)));
  }

  /** Dozat's momentum, which warms up: μ for this update, μ′ for the next, Π of all so far. */
  private static WrittenRule nadam() {
    Term next = of("muNext");
    Term bySlope = times(over(minus(ONE, of("mu")), minus(ONE, of("muProduct"))), G);
    Term byAverage = times(over(next, minus(ONE, times(of("muProduct"), next))), of("m"));
    return new WrittenRule(
        "m",
        List.of("m", "v", "muProduct"),
        Map.of("muProduct", ONE),
        "rate",
        ending(
            step(times(RATE, of("mBar"))),
            first(),
            second(),
            line("mu", warming(T)),
            line("muNext", warming(plus(T, ONE))),
            line("muProduct", times(before("muProduct"), of("mu"))),
            line("mBar", plus(bySlope, byAverage)),
            corrected("v"),
            ADAM));
  }

  private static Term warming(Term t) {
    Term fading = power(Term.of(0.96), times(t, of("momentumDecay")));
    return times(of("beta1"), minus(ONE, times(Term.of(0.5), fading)));
  }

  private static WrittenRule radam() {
    Term rho = of("rhoNow");
    Term whole = minus(over(Term.of(2), minus(ONE, of("beta2"))), ONE);
    Term lag = over(times(Term.of(2), T, power(of("beta2"), T)), share("beta2"));
    Term most = of("rhoMax");
    Term above = times(minus(rho, Term.of(4)), minus(rho, Term.of(2)), most);
    Term below = times(minus(most, Term.of(4)), minus(most, Term.of(2)), rho);
    Term divided =
        over(times(ALPHA, of("rectification"), root(share("beta2"))), plus(root(of("v")), EPSILON));
    return adam(
        List.of("m", "v"),
        first(),
        second(),
        corrected("m"),
        line("rhoMax", whole),
        line("rhoNow", minus(most, lag)),
        line("rectification", cases(rho, Term.of(5), root(over(above, below)), ONE, ONE)),
        line("rate", cases(rho, Term.of(5), divided, ALPHA, ALPHA)));
  }

  private static WrittenRule rprop() {
    Term turn = times(G, before("previousGradient"));
    Term zero = Term.of(0);
    return new WrittenRule(
        "previousGradient",
        List.of("delta", "previousGradient"),
        Map.of("delta", ALPHA),
        "delta",
        List.of(
            line("factor", cases(turn, zero, of("etaPlus"), of("etaMinus"), ONE)),
            line(
                "delta",
                min(max(times(before("delta"), of("factor")), of("minStep")), of("maxStep"))),
            line("previousGradient", cases(turn, zero, G, zero, G)),
            step(times(sign(of("previousGradient")), of("delta")))));
  }

  private static WrittenRule lion() {
    Term pull = times(of("weightDecay"), W);
    return steady(
        "m",
        List.of("m"),
        line("c", blend("beta1", "m", G)),
        step(times(ALPHA, plus(sign(of("c")), pull))),
        average("beta2", "m", G));
  }

  /** A rule whose rate is α for all parameters. */
  private static WrittenRule steady(
      String memory, List<String> remembers, WrittenRule.Line... lines) {
    Stream<WrittenRule.Line> all =
        Arrays.stream(lines)
            .flatMap(
                each ->
                    each.symbol().equals("step")
                        ? Stream.of(line("rate", ALPHA), each)
                        : Stream.of(each));
    return new WrittenRule(memory, remembers, Map.of(), "rate", all.toList());
  }

  private static WrittenRule rule(
      String memory, List<String> remembers, WrittenRule.Line... lines) {
    return new WrittenRule(memory, remembers, Map.of(), "rate", List.of(lines));
  }

  /** A rule that goes by m̂, at a rate of its own for each parameter. */
  private static WrittenRule adam(List<String> remembers, WrittenRule.Line... lines) {
    return new WrittenRule(
        "m", remembers, Map.of(), "rate", ending(step(times(RATE, of("m-hat"))), lines));
  }

  private static List<WrittenRule.Line> ending(WrittenRule.Line last, WrittenRule.Line... lines) {
    List<WrittenRule.Line> all = new ArrayList<>(List.of(lines));
    all.add(last);
    return all;
  }

  private static WrittenRule.Line line(String symbol, Term term) {
    return new WrittenRule.Line(symbol, term);
  }

  /** Downhill is against the slope, and so against what is made of it. */
  private static WrittenRule.Line step(Term against) {
    return line("step", negated(against));
  }

  private static WrittenRule.Line rate(Term divisor) {
    return line("rate", over(ALPHA, divisor));
  }

  private static Term divisor(Term size) {
    return plus(size, EPSILON);
  }

  private static WrittenRule.Line velocity() {
    return line("velocity", plus(times(of("momentum"), before("velocity")), G));
  }

  private static WrittenRule.Line first() {
    return average("beta1", "m", G);
  }

  private static WrittenRule.Line second() {
    return average("beta2", "v", square(G));
  }

  /** A fading average of something. */
  private static WrittenRule.Line average(String kept, String symbol, Term what) {
    return line(symbol, blend(kept, symbol, what));
  }

  private static Term blend(String kept, String symbol, Term what) {
    return plus(times(of(kept), before(symbol)), times(minus(ONE, of(kept)), what));
  }

  /** With its start at zero made up for. */
  private static WrittenRule.Line corrected(String symbol) {
    return line(symbol + "-hat", over(of(symbol), share(symbol.equals("m") ? "beta1" : "beta2")));
  }

  private static Term share(String beta) {
    return minus(ONE, power(of(beta), T));
  }

  private static Term before(String symbol) {
    return of(symbol + Symbols.BEFORE);
  }

  private static Term of(String symbol) {
    return Term.of(symbol);
  }

  private static Term square(Term a) {
    return power(a, Term.of(2));
  }
}
