package downhill.lesson;

import downhill.descent.Minimum;
import downhill.lesson.DrawView.Bar;
import downhill.lesson.DrawView.Mark;
import downhill.run.CurvePicture;
import downhill.run.Spec;
import downhill.run.Sweep;
import downhill.run.Sweep.Outcome;
import downhill.run.Sweeps;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Plays runs from starts drawn by the spec's seed, and counts in which valleys they end: what
 * {@code model/draw.js} makes of {@code /api/sweep}.
 */
@Component
class Draws {

  /** The most restarts of a draw. */
  static final int MOST = 50;

  /** How many there are where a link does not say. */
  static final int USUAL = 20;

  private static final String UNKNOWN = "–";

  private final Sweeps sweeps;
  private final Basins basins;
  private final Phrases phrases;

  Draws(Sweeps sweeps, Basins basins, Phrases phrases) {
    this.sweeps = sweeps;
    this.basins = basins;
    this.phrases = phrases;
  }

  /**
   * How many restarts a link asks for.
   *
   * @param asked its word for it; null where it says nothing
   * @param notices gets one where that is no number of restarts
   */
  int restarts(@Nullable String asked, List<String> notices) {
    if (asked == null) {
      return USUAL;
    }
    if (asked.matches("0*[1-9][0-9]?") && Integer.parseInt(asked) <= MOST) {
      return Integer.parseInt(asked);
    }
    String shown = asked.length() > 40 ? asked.substring(0, 40) + "…" : asked;
    notices.add(phrases.page("sim.notice.restarts", shown, MOST, USUAL));
    return USUAL;
  }

  /**
   * Plays a draw.
   *
   * @param spec what moves each ball; its seed draws the starts
   * @param picture where they are drawn, every place as likely as any other
   * @param n how many, 1 to {@link #MOST}
   * @param every takes every so manieth point of the curve
   */
  DrawView of(Spec spec, CurvePicture picture, int n, int every) {
    return of(spec, picture, basins.map(spec, picture), n, every);
  }

  /** The same where the map of all starts is known. */
  DrawView of(Spec spec, CurvePicture picture, BasinMap map, int n, int every) {
    double lo = picture.domain().lo();
    Sweep sweep = sweeps.draw(spec, lo, picture.domain().hi(), n, new double[0], Sweeps.NEAR);
    int[] valleys = sweep.runs().get(0).stream().mapToInt(Draws::valleyOf).toArray();
    double[] best = best(sweep.runs().get(0));
    return new DrawView(
        n,
        CurveDrawing.of(picture, List.of(), every),
        map,
        marks(picture, sweep.starts(), valleys),
        bars(picture.minima(), map, valleys),
        LossDrawing.ofLosses(List.of(best)),
        table(sweep, valleys, best, map.lowest()),
        ending(picture.minima(), valleys, map.lowest()));
  }

  /** The chance that at least one of k restarts finds what each finds with chance p. */
  static double chance(double p, int k) {
    return 1 - StrictMath.pow(1 - p, k);
  }

  private static int valleyOf(@Nullable Outcome run) {
    return run == null || run.minimum() == null ? -1 : run.minimum();
  }

  /** The least loss of the first k restarts, k from 0; NaN while there is none. */
  private static double[] best(List<@Nullable Outcome> runs) {
    double[] best = new double[runs.size() + 1];
    best[0] = Double.NaN;
    for (int i = 0; i < runs.size(); i++) {
      Outcome run = runs.get(i);
      double loss = run == null ? Double.NaN : run.loss();
      best[i + 1] = Double.isNaN(best[i]) || loss < best[i] ? loss : best[i];
    }
    return best;
  }

  private static List<Mark> marks(CurvePicture picture, double[] starts, int[] valleys) {
    Frame frame = Frame.of(picture);
    double[] w = picture.w();
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < starts.length; i++) {
      int near = (int) Math.round((starts[i] - w[0]) / (w[1] - w[0]));
      double loss = picture.loss()[Math.max(0, Math.min(w.length - 1, near))];
      if (Double.isFinite(loss)) {
        marks.add(new Mark(frame.at(starts[i], loss), Basins.look(picture.minima(), valleys[i])));
      }
    }
    return marks;
  }

  private static List<Bar> bars(List<Minimum> minima, BasinMap map, int[] valleys) {
    List<Bar> bars = new ArrayList<>();
    double others = 1;
    for (int i = 0; i < minima.size(); i++) {
      others -= map.shareOf(i);
      String place = Figures.said(minima.get(i).w()[0]);
      bars.add(bar(BasinMap.letter(i), place, Basins.look(minima, i), i, valleys, map.shareOf(i)));
    }
    bars.add(bar("", "", "none", -1, valleys, Math.max(0, others)));
    return bars;
  }

  private static Bar bar(
      String letter, String place, String look, int valley, int[] valleys, double expected) {
    int count = (int) IntStream.of(valleys).filter(each -> each == valley).count();
    return new Bar(letter, place, look, count, (double) count / valleys.length, expected);
  }

  private static List<List<String>> table(Sweep sweep, int[] valleys, double[] best, double p) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < valleys.length; i++) {
      Outcome run = sweep.runs().get(0).get(i);
      rows.add(
          List.of(
              "" + (i + 1),
              Figures.exact(sweep.starts()[i]),
              run == null ? UNKNOWN : Figures.exact(run.w()[0]),
              valleys[i] < 0 ? UNKNOWN : BasinMap.letter(valleys[i]),
              Figures.exact(best[i + 1]),
              Figures.percent(chance(p, i + 1))));
    }
    return rows;
  }

  private String ending(List<Minimum> minima, int[] valleys, double p) {
    int n = valleys.length;
    int[] found =
        IntStream.range(0, n)
            .filter(i -> valleys[i] >= 0 && minima.get(valleys[i]).lowest())
            .toArray();
    String chance =
        phrases.say("restarts.chance", Figures.percent(p), "" + n, Figures.percent(chance(p, n)));
    return found.length > 0
        ? phrases.say("restarts.found", "" + found.length, "" + n, "" + (found[0] + 1))
            + " "
            + chance
        : phrases.say("restarts.missed", "" + n)
            + " "
            + chance
            + " "
            + phrases.say("restarts.again", Figures.percent(1 - chance(p, n)));
  }
}
