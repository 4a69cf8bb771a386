package downhill.lesson;

import downhill.descent.Interval;
import downhill.descent.Minimum;
import downhill.run.CurvePicture;
import java.util.List;

/**
 * The highest places between the valleys of a picture.
 *
 * @param domain outside it there is no valley
 * @param tops one fewer than there are valleys
 * @param none whether there is no valley at all
 */
record Ridges(Interval domain, double[] tops, boolean none) {

  static Ridges of(CurvePicture picture) {
    List<Minimum> minima = picture.minima();
    double[] tops = new double[Math.max(0, minima.size() - 1)];
    for (int i = 0; i < tops.length; i++) {
      tops[i] = top(picture, minima.get(i).w()[0], minima.get(i + 1).w()[0]);
    }
    return new Ridges(picture.domain(), tops, minima.isEmpty());
  }

  /** The number of the valley that holds a place; −1 for none. */
  int valleyAt(double place) {
    if (none || !domain.contains(place)) {
      return -1;
    }
    int valley = 0;
    while (valley < tops.length && place > tops[valley]) {
      valley++;
    }
    return valley;
  }

  private static double top(CurvePicture picture, double from, double to) {
    double[] w = picture.w();
    double[] loss = picture.loss();
    double top = (from + to) / 2;
    double height = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < w.length; i++) {
      if (w[i] > from && w[i] < to && loss[i] > height) {
        top = w[i];
        height = loss[i];
      }
    }
    return top;
  }
}
