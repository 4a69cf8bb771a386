package downhill.lesson;

import downhill.descent.Interval;
import downhill.descent.Minimum;
import downhill.descent.OptimizerKind;
import downhill.descent.Verdict;
import downhill.lesson.BasinMap.Stretch;
import downhill.lesson.BasinMap.Valley;
import downhill.run.CurvePicture;
import downhill.run.Limits;
import downhill.run.ShortForm;
import downhill.run.Spec;
import downhill.run.Sweep.Outcome;
import downhill.run.Sweeps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Maps where balls end from each start in a picture, by real runs: what {@code model/basins.js}
 * makes of {@code /api/sweep}.
 */
@Component
class Basins {

  /** As many starts as a picture has points, where a run is short enough for that. */
  private static final int STARTS = 481;

  private static final Set<String> OF_EVERY_RULE =
      Set.of(
          "curve",
          "formula",
          "heights",
          "domain",
          "start",
          "learningRate",
          "steps",
          "tolerance",
          "seed");

  private final Sweeps sweeps;
  private final ShortForm shortForm;
  private final Limits limits;
  private final Phrases phrases;

  Basins(Sweeps sweeps, ShortForm shortForm, Limits limits, Phrases phrases) {
    this.sweeps = sweeps;
    this.shortForm = shortForm;
    this.limits = limits;
    this.phrases = phrases;
  }

  /**
   * Maps the starts of a picture.
   *
   * @param spec what moves the ball
   * @param picture where
   * @return the map by plain descent at the same rate and, where something else moves the ball, the
   *     map by that
   */
  List<BasinMap> of(Spec spec, CurvePicture picture) {
    Map<String, String> own = shortForm.members(spec);
    Map<String, String> plain = new LinkedHashMap<>(own);
    plain.keySet().retainAll(OF_EVERY_RULE);
    plain.put("optimizer", OptimizerKind.SGD.key());
    List<BasinMap> maps = new ArrayList<>();
    maps.add(map(shortForm.read(plain), picture));
    if (!ShortForm.query(own).equals(ShortForm.query(shortForm.members(shortForm.read(plain))))) {
      maps.add(map(spec, picture));
    }
    return maps;
  }

  /** The map by what moves the ball, alone. */
  BasinMap map(Spec spec, CurvePicture picture) {
    int n = Math.max(2, Math.min(STARTS, limits.sweepSteps() / spec.steps()));
    double[] starts = picture.domain().spaced(n);
    List<@Nullable Outcome> runs =
        sweeps.play(spec, starts, new double[0], Sweeps.NEAR).runs().get(0);
    List<Stretch> stretches = stretches(picture, starts, runs);
    List<Valley> valleys =
        IntStream.range(0, picture.minima().size())
            .mapToObj(i -> valley(picture.minima(), i, share(stretches, picture, i)))
            .toList();
    String rule = phrases.page("optimizer." + spec.optimizer().key() + ".title");
    return new BasinMap(rule, stretches, valleys, words(spec, rule, stretches, picture));
  }

  private static List<Stretch> stretches(
      CurvePicture picture, double[] starts, List<@Nullable Outcome> runs) {
    Interval domain = picture.domain();
    Ridges ridges = Ridges.of(picture);
    List<Stretch> stretches = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= starts.length; i++) {
      Outcome run = runs.get(first);
      int valley = valleyOf(run, ridges);
      boolean rests = run != null && run.minimum() != null;
      boolean alike =
          i < starts.length
              && valleyOf(runs.get(i), ridges) == valley
              && rests(runs.get(i)) == rests;
      if (!alike) {
        double from = first == 0 ? domain.lo() : (starts[first - 1] + starts[first]) / 2;
        double to = i == starts.length ? domain.hi() : (starts[i - 1] + starts[i]) / 2;
        double left = (from - domain.lo()) / domain.width() * 100;
        double width = (to - from) / domain.width() * 100;
        String look = look(picture.minima(), valley);
        stretches.add(new Stretch(from, to, left, width, valley, rests, look));
        first = i;
      }
    }
    return stretches;
  }

  private static boolean rests(@Nullable Outcome run) {
    return run != null && run.minimum() != null;
  }

  /** The valley in which it is at its last step, at rest or not. */
  private static int valleyOf(@Nullable Outcome run, Ridges ridges) {
    if (run == null || run.verdict() == Verdict.DIVERGED) {
      return -1;
    }
    Integer minimum = run.minimum();
    boolean stopped = run.verdict() == Verdict.CONVERGED || run.verdict() == Verdict.STUCK;
    return minimum != null ? minimum : stopped ? -1 : ridges.valleyAt(run.w()[0]);
  }

  /** The lowest has a look of its own; the others take turns. */
  static String look(List<Minimum> minima, int valley) {
    if (valley < 0) {
      return "none";
    }
    if (minima.get(valley).lowest()) {
      return "lowest";
    }
    long before = minima.subList(0, valley).stream().filter(each -> !each.lowest()).count();
    return String.valueOf(before % 4 + 1);
  }

  private static Valley valley(List<Minimum> minima, int i, double share) {
    Minimum minimum = minima.get(i);
    return new Valley(
        BasinMap.letter(i),
        Figures.said(minimum.w()[0]),
        minimum.lowest(),
        look(minima, i),
        Figures.percent(share));
  }

  private static double share(List<Stretch> stretches, CurvePicture picture, int valley) {
    return share(
        stretches.stream().filter(each -> each.rests() && each.valley() == valley).toList(),
        picture);
  }

  private static double share(List<Stretch> stretches, CurvePicture picture) {
    double width = stretches.stream().mapToDouble(each -> each.to() - each.from()).sum();
    return width / picture.domain().width();
  }

  private List<String> words(
      Spec spec, String rule, List<Stretch> stretches, CurvePicture picture) {
    double lowest =
        share(
            stretches.stream().filter(e -> e.rests() && e.look().equals("lowest")).toList(),
            picture);
    double moving =
        share(stretches.stream().filter(e -> !e.rests() && e.valley() >= 0).toList(), picture);
    double away = share(stretches.stream().filter(e -> e.valley() < 0).toList(), picture);
    String rate = Figures.rate(spec.learningRate());
    List<String> words = new ArrayList<>();
    if (!picture.minima().isEmpty()) {
      words.add(phrases.say("basins.lowest", rule, rate, Figures.percent(lowest)));
    }
    if (moving > 0) {
      words.add(phrases.say("basins.moving", Figures.percent(moving), "" + spec.steps()));
    }
    if (away > 0) {
      words.add(phrases.say("basins.away", Figures.percent(away)));
    }
    return words;
  }
}
