package downhill.lesson;

import downhill.descent.Interval;
import downhill.descent.Step;
import downhill.run.SurfacePicture;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The map of a surface with the ways of its runs as an SVG: for readers without a script, and for
 * the first look.
 *
 * @param bands the ground above each level, from the lowest up
 * @param across the numbers along the axis of the first parameter
 * @param up those along the axis of the second
 * @param minima where they are
 * @param ways the way of each run, as points in thousandths of the width and the height
 * @param start where the runs begin; null where there are none
 */
record MapDrawing(
    List<Band> bands,
    List<AxisTicks.Tick> across,
    List<AxisTicks.Tick> up,
    List<Mark> minima,
    List<String> ways,
    @Nullable Place start) {

  /**
   * The ground above a level.
   *
   * @param path its outline in thousandths
   * @param fill its colour, of those of the palette
   */
  record Band(String path, String fill) {}

  /** A minimum, and whether it is the lowest. */
  record Mark(Place place, boolean lowest) {}

  /** The colours of the palette from the deepest band up. */
  private static final List<String> COLOURS =
      List.of("--map-deep", "--map-low", "--map-middle", "--map-high");

  private static final int MOST_PLACES = 400;

  /** Beyond so many widths of the map a way need not be drawn. */
  private static final double FAR = 1000;

  /**
   * Draws.
   *
   * @param picture the surface
   * @param runs the steps of each run; may be empty
   * @param every takes every so manieth point of the grid
   */
  static MapDrawing of(SurfacePicture picture, List<List<Step>> runs, int every) {
    Interval across = picture.domain().get(0);
    Interval up = picture.domain().get(1);
    return new MapDrawing(
        bands(picture, every),
        AxisTicks.of(across, 8),
        AxisTicks.of(up, 6),
        picture.minima().stream()
            .map(least -> new Mark(place(picture, least.w()), least.lowest()))
            .toList(),
        runs.stream().map(steps -> way(picture, steps)).toList(),
        runs.isEmpty() ? null : place(picture, runs.get(0).get(0).w()));
  }

  private static List<Band> bands(SurfacePicture picture, int every) {
    Levels levels = Levels.of(picture);
    double[][] heights = heights(picture, levels, every);
    double[] losses = levels.losses();
    return IntStream.range(0, losses.length)
        .mapToObj(
            i ->
                new Band(
                    path(Contours.at(heights, levels.height(losses[i])), heights),
                    fill((i + 1.0) / losses.length)))
        .toList();
  }

  /** Every so manieth height; where there is no number the ground is as high as it gets. */
  private static double[][] heights(SurfacePicture picture, Levels levels, int every) {
    double top = picture.losses().max().orElse(0);
    double[][] loss = picture.loss();
    return IntStream.iterate(0, j -> j < loss.length, j -> j + every)
        .mapToObj(
            j ->
                IntStream.iterate(0, i -> i < loss[j].length, i -> i + every)
                    .mapToDouble(i -> Double.isFinite(loss[j][i]) ? loss[j][i] : top)
                    .map(levels::height)
                    .toArray())
        .toArray(double[][]::new);
  }

  private static String path(List<List<double[]>> lines, double[][] heights) {
    double right = heights[0].length - 1;
    double top = heights.length - 1;
    return lines.stream()
        .map(
            line ->
                line.stream()
                    .map(
                        at ->
                            Math.round(1000 * at[0] / right)
                                + " "
                                + Math.round(1000 * (1 - at[1] / top)))
                    .collect(Collectors.joining("L", "M", "Z")))
        .collect(Collectors.joining());
  }

  private static String fill(double share) {
    double at = Math.min(share, 1) * (COLOURS.size() - 1);
    int i = Math.min((int) at, COLOURS.size() - 2);
    return String.format(
        Locale.ROOT,
        "color-mix(in srgb, var(%s) %.0f%%, var(%s))",
        COLOURS.get(i + 1),
        100 * (at - i),
        COLOURS.get(i));
  }

  private static String way(SurfacePicture picture, List<Step> steps) {
    return steps.stream()
        .limit(MOST_PLACES)
        .map(step -> place(picture, step.w()))
        .takeWhile(place -> Math.abs(place.x()) < FAR && Math.abs(place.y()) < FAR)
        .flatMap(place -> Stream.of(10 * place.x(), 10 * place.y()))
        .map(Place::shortly)
        .collect(Collectors.joining(" "));
  }

  static Place place(SurfacePicture picture, double[] w) {
    double[] shares =
        IntStream.range(0, 2)
            .mapToDouble(
                i -> (w[i] - picture.domain().get(i).lo()) / picture.domain().get(i).width())
            .toArray();
    return new Place(100 * shares[0], 100 * (1 - shares[1]));
  }
}
