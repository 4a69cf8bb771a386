package downhill.lesson;

import downhill.run.CurvePicture;
import java.util.Arrays;

/**
 * What part of the plane a drawing shows, by the same measure as the script's {@code
 * curve-picture.js}, so that nothing moves when the live picture takes the drawing's place.
 *
 * @param lo the least w
 * @param hi the greatest w
 * @param low the loss at the foot
 * @param high the loss at the top
 */
record Frame(double lo, double hi, double low, double high) {

  /** The share of the height, at the foot, that belongs to the numbers of the axis. */
  private static final double FOOT = 8;

  /** The sky above the highest ground, as a share of the losses' span: room for a ball. */
  private static final double SKY = 0.16;

  /** A drawing's usual size in pixels, for what must keep its shape at any size. */
  private static final double WIDTH = 700;

  private static final double HEIGHT = 352;

  static Frame of(CurvePicture picture) {
    double[] finite = Arrays.stream(picture.loss()).filter(Double::isFinite).toArray();
    double least = Arrays.stream(finite).min().orElse(0);
    double most = Arrays.stream(finite).max().orElse(1);
    double span = most > least ? most - least : 1;
    return new Frame(
        picture.domain().lo(), picture.domain().hi(), least - 0.1 * span, most + SKY * span);
  }

  /**
   * One in which a start is in the middle, wherever on the ground it lies: what the drawing leaves
   * out is not to be guessed from it. The script's {@code fog-panel.js} has the same.
   */
  static Frame around(CurvePicture picture, double loss) {
    Frame whole = of(picture);
    double span = (whole.high() - whole.low()) / (1 + 0.1 + SKY);
    return new Frame(whole.lo(), whole.hi(), loss - span, loss + span);
  }

  Place at(double w, double loss) {
    double y = (high - loss) / (high - low) * (100 - FOOT);
    return new Place((w - lo) / (hi - lo) * 100, Math.max(-1000, Math.min(1000, y)));
  }

  /** The direction along ground of this slope, to the right, in a drawing of the usual size. */
  double[] along(double slope) {
    double perLoss = HEIGHT * (100 - FOOT) / 100 / (high - low);
    double rise = -slope * perLoss / (WIDTH / (hi - lo));
    double length = Math.hypot(1, rise);
    return Double.isFinite(length)
        ? new double[] {1 / length, rise / length}
        : new double[] {0, -Math.signum(slope)};
  }

  /** A distance in pixels as a share of the width. */
  static double across(double pixels) {
    return pixels / WIDTH * 100;
  }

  /** A distance in pixels as a share of the height. */
  static double down(double pixels) {
    return pixels / HEIGHT * 100;
  }
}
