package downhill.lesson;

import downhill.descent.Interval;
import downhill.descent.Minimum;
import downhill.descent.Step;
import downhill.run.CurvePicture;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A landscape with its ball as an SVG: for readers without a script, and for the first look.
 *
 * @param curve the curve as a path, in thousandths of the width and the height
 * @param ground the ground below it, likewise
 * @param ticks the numbers along the axis
 * @param names the minima that get a name
 * @param ball the ball at the start
 * @param past the later places of the ball, without the first
 * @param sky where at the top there is room for words
 * @param light the middle of the light where all else lies in fog; else null
 */
record CurveDrawing(
    String curve,
    String ground,
    List<AxisTicks.Tick> ticks,
    List<Name> names,
    @Nullable BallDrawing ball,
    List<Place> past,
    Sky sky,
    @Nullable Place light) {

  /** A name under a minimum: {@code lowest} or {@code nearer}. */
  record Name(String kind, Place place) {}

  private static final int MOST_PAST = 140;

  /** How far the light reaches in fog, as a share of the width; the script has the same. */
  private static final double LIGHT = 0.065;

  /**
   * Draws.
   *
   * @param picture the landscape
   * @param steps the run from step 0; may be empty
   * @param every takes every so manieth point of the curve
   */
  static CurveDrawing of(CurvePicture picture, List<Step> steps, int every) {
    return of(picture, Frame.of(picture), steps, every, null);
  }

  /**
   * Draws no more than what lies in the light around the start, and nothing of what is to come.
   *
   * @param picture the landscape
   * @param first step 0
   * @param every takes every so manieth point of the curve
   */
  static CurveDrawing inFog(CurvePicture picture, Step first, int every) {
    double start = first.w()[0];
    double reach = LIGHT * picture.domain().width();
    double[] w = picture.w();
    double[] loss = picture.loss();
    for (int i = 0; i < w.length; i++) {
      loss[i] = Math.abs(w[i] - start) <= reach ? loss[i] : Double.NaN;
    }
    CurvePicture lit = new CurvePicture(picture.domain(), w, loss, List.of());
    Frame frame = Frame.around(picture, first.loss());
    return of(lit, frame, List.of(first), every, frame.at(start, first.loss()));
  }

  private static CurveDrawing of(
      CurvePicture picture, Frame frame, List<Step> steps, int every, @Nullable Place light) {
    List<List<Place>> pieces = pieces(picture, frame, every);
    return new CurveDrawing(
        path(pieces, false),
        path(pieces, true),
        ticks(frame),
        steps.isEmpty() ? List.of() : names(picture, frame, steps.get(0).w()[0]),
        steps.isEmpty() ? null : BallDrawing.of(frame, picture, steps),
        steps.stream()
            .skip(1)
            .limit(MOST_PAST)
            .map(step -> frame.at(step.w()[0], step.loss()))
            .filter(place -> place.x() >= 0 && place.x() <= 100)
            .toList(),
        Sky.over(pieces),
        light);
  }

  private static List<List<Place>> pieces(CurvePicture picture, Frame frame, int every) {
    double[] w = picture.w();
    double[] loss = picture.loss();
    List<List<Place>> pieces = new ArrayList<>();
    boolean open = false;
    for (int i = 0; i < w.length; i += every) {
      if (Double.isFinite(loss[i])) {
        if (!open) {
          pieces.add(new ArrayList<>());
        }
        pieces.get(pieces.size() - 1).add(frame.at(w[i], loss[i]));
      }
      open = Double.isFinite(loss[i]);
    }
    return pieces;
  }

  private static String path(List<List<Place>> pieces, boolean closed) {
    StringBuilder path = new StringBuilder();
    for (List<Place> piece : pieces) {
      String mark = "M";
      for (Place place : piece) {
        path.append(mark).append(point(place));
        mark = "L";
      }
      if (closed) {
        Place last = piece.get(piece.size() - 1);
        path.append("L").append(point(new Place(last.x(), 100)));
        path.append("L").append(point(new Place(piece.get(0).x(), 100))).append("Z");
      }
    }
    return path.toString();
  }

  private static String point(Place place) {
    return Math.round(place.x() * 100) / 10.0 + " " + Math.round(place.y() * 100) / 10.0;
  }

  /** The numbers along the axis, but for those at its very ends. */
  private static List<AxisTicks.Tick> ticks(Frame frame) {
    return AxisTicks.of(new Interval(frame.lo(), frame.hi()), 8).stream()
        .filter(tick -> tick.share() > 1e-9 && tick.share() < 100 - 1e-9)
        .toList();
  }

  /** Names the lowest of several minima, and the one in whose valley the ball starts. */
  private static List<Name> names(CurvePicture picture, Frame frame, double start) {
    if (picture.minima().size() < 2) {
      return List.of();
    }
    double valley = valleyOf(picture, start);
    double grain = picture.w()[1] - picture.w()[0];
    List<Name> names = new ArrayList<>();
    for (Minimum minimum : picture.minima()) {
      double w = minimum.w()[0];
      if (minimum.lowest() || Math.abs(w - valley) < 3 * grain) {
        String kind = minimum.lowest() ? "lowest" : "nearer";
        names.add(new Name(kind, frame.at(w, minimum.loss())));
      }
    }
    return names;
  }

  /** Where one arrives by always going down, in the picture's own grain. */
  private static double valleyOf(CurvePicture picture, double start) {
    double[] w = picture.w();
    double[] loss = picture.loss();
    int i = (int) Math.round((start - w[0]) / (w[1] - w[0]));
    i = Math.max(1, Math.min(w.length - 2, i));
    while (i > 0 && i < w.length - 1 && Math.min(loss[i - 1], loss[i + 1]) < loss[i]) {
      i += loss[i - 1] < loss[i] ? -1 : 1;
    }
    return w[i];
  }
}
