package downhill.lesson;

import downhill.descent.Interval;
import downhill.descent.Step;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A sim's first picture in small, and what plays on it.
 *
 * @param drawing of a curve; null for a surface
 * @param map of a surface, with the ways of its runs; null for a curve
 * @param tracks of a curve by daylight, for each run, where it has been step by step, in per cent
 *     of the way across; else empty
 */
record Thumbnail(@Nullable CurveDrawing drawing, @Nullable MapDrawing map, List<String> tracks) {

  /** As many steps as there is time for while somebody looks at a thumbnail. */
  private static final int LONGEST_TRACK = 60;

  /** Beyond so many widths of the picture it does not matter where a ball is. */
  private static final double FAR = 1000;

  /**
   * Draws.
   *
   * @param sim which
   * @param scene what its runs go over
   * @param runs the steps of each
   * @param every takes every so manieth point of the ground
   */
  static Thumbnail of(Sim sim, Scene scene, List<List<Step>> runs, int every) {
    boolean plays = scene.curve() != null && !sim.foggy();
    return new Thumbnail(
        scene.drawing(sim, runs.get(0), every),
        scene.map(runs, every),
        plays ? runs.stream().map(run -> track(run, scene.domain())).toList() : List.of());
  }

  private static String track(List<Step> run, Interval across) {
    return run.stream()
        .limit(LONGEST_TRACK)
        .map(step -> 100 * (step.w()[0] - across.lo()) / across.width())
        .map(share -> Place.shortly(Math.max(-FAR, Math.min(FAR, share))))
        .collect(Collectors.joining(" "));
  }
}
