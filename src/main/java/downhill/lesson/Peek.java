package downhill.lesson;

import downhill.run.Ground;
import downhill.run.Landscapes;
import java.util.Arrays;
import java.util.List;

/** The loss of a curve at a few settings, before anything has moved. */
final class Peek {

  /** So many that a reader can take them in, with the middle among them. */
  private static final int ROWS = 7;

  private Peek() {}

  /** Rows of setting, loss and slope. */
  static List<List<String>> at(Ground ground) {
    return Arrays.stream(Landscapes.readings(ground, ROWS))
        .map(
            reading ->
                List.of(
                    Figures.said(reading[0]), Figures.exact(reading[1]), Figures.exact(reading[2])))
        .toList();
  }
}
