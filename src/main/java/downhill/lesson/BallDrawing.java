package downhill.lesson;

import downhill.descent.Step;
import downhill.run.CurvePicture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ball at the start of a run with its tangent, and the step that is coming.
 *
 * @param contact where it touches the ground
 * @param offset from there to its centre, as the two coordinates of an SVG
 * @param tangent the ends of its tangent, as {@code x1 y1 x2 y2} in thousandths
 * @param lean the ground's lean in degrees, clockwise
 * @param wordsRight whether the words of the slope stand to the right of the ball
 * @param slope the slope in numbers
 * @param coming the coming step; null where there is none
 */
record BallDrawing(
    Place contact,
    String[] offset,
    String[] tangent,
    String lean,
    boolean wordsRight,
    String slope,
    @Nullable Coming coming) {

  /**
   * The coming step.
   *
   * @param landing where the ball will touch the ground
   * @param offset from there to its centre
   * @param reach the arrow's length in per cent of the width, to the left below 0
   * @param left whether it goes to the left
   */
  record Coming(Place landing, String[] offset, double reach, boolean left) {

    /** The arrow's length as an attribute. */
    public String across() {
      return Place.percent(reach);
    }

    /** Half of it. */
    public String half() {
      return Place.percent(reach / 2);
    }

    /** Whether the arrow is so long that its name has room above it. */
    public boolean roomy() {
      return Math.abs(reach) > 25;
    }

    /** Whether the arrow is so short that it is but a head. */
    public boolean tiny() {
      return Math.abs(reach) < Frame.across(9);
    }
  }

  private static final double RADIUS = 14;
  private static final double REACH = 64;

  /** So near to an edge, in percent of the picture, there is no room for words. */
  private static final double NEAR_EDGE = 22;

  static BallDrawing of(Frame frame, CurvePicture picture, List<Step> steps) {
    Step first = steps.get(0);
    double slope = first.gradient()[0];
    Place contact = frame.at(first.w()[0], first.loss());
    double[] along = frame.along(slope);
    double[] ends = {
      contact.x() - Frame.across(along[0] * REACH),
      contact.y() - Frame.down(along[1] * REACH),
      contact.x() + Frame.across(along[0] * REACH),
      contact.y() + Frame.down(along[1] * REACH)
    };
    String[] tangent = new String[ends.length];
    for (int i = 0; i < ends.length; i++) {
      tangent[i] = Place.shortly(ends[i] * 10);
    }
    Coming coming = steps.size() < 2 ? null : coming(frame, contact, steps.get(1));
    return new BallDrawing(
        contact,
        offset(along),
        tangent,
        lean(along),
        hasRoomRight(contact, slope),
        Figures.said(slope),
        coming);
  }

  private static Coming coming(Frame frame, Place contact, Step next) {
    Place landing = frame.at(next.w()[0], next.loss());
    double reach = Math.max(-contact.x(), Math.min(100 - contact.x(), landing.x() - contact.x()));
    return new Coming(landing, offset(frame.along(next.gradient()[0])), reach, reach < 0);
  }

  /** The slope's words stand uphill of the ball, but never over the picture's edge. */
  private static boolean hasRoomRight(Place contact, double slope) {
    return contact.x() < NEAR_EDGE || (slope >= 0 && contact.x() <= 100 - NEAR_EDGE);
  }

  private static String lean(double[] along) {
    return Place.shortly(Math.toDegrees(Math.atan2(along[1], along[0])));
  }

  private static String[] offset(double[] along) {
    return new String[] {Place.shortly(along[1] * RADIUS), Place.shortly(-along[0] * RADIUS)};
  }
}
