package downhill.lesson;

import downhill.descent.Interval;
import downhill.run.Catalogue;
import downhill.run.Ground;
import downhill.run.Landscapes;
import downhill.run.Spec;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ground of the Playground as its form shows it: in the way in which it was chosen, and as far
 * as it goes in the other ways too, to begin from.
 *
 * @param way {@code gallery}, {@code formula} or {@code heights}, see {@link OwnGround}
 * @param chosen {@code curve.bumpy} or {@code surface.ravine}; empty where it is not of the gallery
 * @param formula its formula; empty of a drawn curve
 * @param ends from where to where the formula goes: two numbers for each parameter
 * @param heights the heights of a drawn curve, or of the curve that there is
 * @param drawn from where to where these go
 */
record GroundView(
    String way,
    String chosen,
    String formula,
    List<String> ends,
    String heights,
    List<String> drawn) {

  /** As many heights as a hand has patience for. */
  private static final int HEIGHTS = 25;

  /** So many digits of a height a reader can tell from the picture. */
  private static final MathContext DIGITS = new MathContext(3);

  private static final Interval BLANK = new Interval(-5, 5);

  static GroundView of(Spec spec) {
    Ground ground = spec.ground();
    Ground.Source source = ground.source();
    boolean own =
        source.kind().equals(OwnGround.FORMULA) || source.kind().equals(OwnGround.HEIGHTS);
    boolean line = ground.domain().size() == 1;
    return new GroundView(
        own ? source.kind() : OwnGround.GALLERY,
        own ? "" : source.kind() + "." + source.name(),
        ground.formula(),
        ground.domain().stream().flatMap(GroundView::ends).toList(),
        heights(ground),
        ends(line ? ground.domain().get(0) : BLANK).toList());
  }

  /** The names of all curves. */
  public List<String> curves() {
    return Catalogue.curveNames();
  }

  /** The names of all surfaces. */
  public List<String> surfaces() {
    return Catalogue.surfaceNames();
  }

  private static Stream<String> ends(Interval side) {
    return Stream.of(Figures.field(side.lo()), Figures.field(side.hi()));
  }

  /** Those that were drawn, to the letter; those of a curve rounded; of a surface a level. */
  private static String heights(Ground ground) {
    double[] drawn = ground.source().heights();
    if (drawn.length > 0) {
      return listed(Arrays.stream(drawn).mapToObj(Figures::field));
    }
    if (ground.domain().size() > 1) {
      return listed(Stream.generate(() -> "1").limit(HEIGHTS));
    }
    return listed(
        Arrays.stream(Landscapes.readings(ground, HEIGHTS))
            .mapToDouble(reading -> Double.isFinite(reading[1]) ? reading[1] : 0)
            .mapToObj(height -> new BigDecimal(height).round(DIGITS).toPlainString()));
  }

  private static String listed(Stream<String> numbers) {
    return numbers.collect(Collectors.joining(", "));
  }
}
