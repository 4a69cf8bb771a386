package downhill.descent;

import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.cosh;
import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.sin;
import static java.lang.StrictMath.tanh;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The gallery's curves: height, slope, and the minima, whose digits a test finds again. */
final class Curves {

  private Curves() {}

  static List<Landscape> all() {
    return List.of(
        valley(),
        steepValley(),
        gentleValley(),
        bumpy(),
        doubleWell(),
        plateau(),
        cliff(),
        narrowBesideWide(),
        flatBottomed());
  }

  private static Landscape valley() {
    Curve curve = new Curve(w -> w * w, w -> 2 * w);
    return of("valley", "w^2", curve, -3, 3, 2.5, 0);
  }

  private static Landscape steepValley() {
    Curve curve = new Curve(w -> 2 * w * w, w -> 4 * w);
    return of("steep-valley", "2*w^2", curve, -3, 3, 2.5, 0);
  }

  private static Landscape gentleValley() {
    Curve curve = new Curve(w -> 0.1 * w * w, w -> 0.2 * w);
    return of("gentle-valley", "0.1*w^2", curve, -6, 6, 5, 0);
  }

  private static Landscape bumpy() {
    Curve curve = new Curve(w -> 0.1 * w * w + sin(2 * w) + 1, w -> 0.2 * w + 2 * cos(2 * w));
    double[] minima = {
      -3.7355704568666113, -0.747964956635879, 2.2430781436053815, 5.223013431836309
    };
    return of("bumpy", "0.1*w^2 + sin(2*w) + 1", curve, -6, 6, 3.6, minima);
  }

  private static Landscape doubleWell() {
    Curve curve =
        new Curve(w -> (w * w - 1) * (w * w - 1) + 0.3 * w, w -> 4 * w * (w * w - 1) + 0.3);
    double[] minima = {-1.035578714088854, 0.9601495555191055};
    return of("double-well", "(w^2 - 1)^2 + 0.3*w", curve, -2, 2, 1.8, minima);
  }

  private static Landscape plateau() {
    Curve curve = new Curve(w -> 1 - exp(-w * w / 2), w -> w * exp(-w * w / 2));
    return of("plateau", "1 - exp(-w^2/2)", curve, -6, 6, 4, 0);
  }

  private static Landscape cliff() {
    DoubleUnaryOperator sech = w -> 1 / cosh(8 * (w - 1));
    Curve curve =
        new Curve(
            w -> 0.05 * w * w + tanh(8 * (w - 1)) + 1,
            w -> 0.1 * w + 8 * sech.applyAsDouble(w) * sech.applyAsDouble(w));
    return of("cliff", "0.05*w^2 + tanh(8*(w - 1)) + 1", curve, -4, 4, 3, -3.599051675540199e-05);
  }

  private static Landscape narrowBesideWide() {
    DoubleUnaryOperator wide = w -> exp(-(w - 1.5) * (w - 1.5) / 2);
    DoubleUnaryOperator narrow = w -> exp(-20 * (w + 2) * (w + 2));
    Curve curve =
        new Curve(
            w -> 2 - 1.2 * wide.applyAsDouble(w) - 1.6 * narrow.applyAsDouble(w) + 0.02 * w * w,
            w ->
                1.2 * (w - 1.5) * wide.applyAsDouble(w)
                    + 64 * (w + 2) * narrow.applyAsDouble(w)
                    + 0.04 * w);
    String formula = "2 - 1.2*exp(-(w - 1.5)^2/2) - 1.6*exp(-20*(w + 2)^2) + 0.02*w^2";
    double[] minima = {-1.9986066184244704, 1.4515579310587254};
    return of("narrow-beside-wide", formula, curve, -5, 5, 4, minima);
  }

  private static Landscape flatBottomed() {
    Curve curve = new Curve(w -> 0.1 * w * w * w * w, w -> 0.4 * w * w * w);
    return of("flat-bottomed", "0.1*w^4", curve, -3, 3, 2.5, 0);
  }

  private static Landscape of(
      String name,
      String formula,
      Curve curve,
      double lo,
      double hi,
      double start,
      double... minima) {
    List<double[]> places = Arrays.stream(minima).mapToObj(w -> new double[] {w}).toList();
    return new Landscape(
        name,
        formula,
        curve,
        List.of(new Interval(lo, hi)),
        new double[] {start},
        Minima.of(curve, places));
  }
}
