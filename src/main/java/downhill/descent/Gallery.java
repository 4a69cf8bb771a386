package downhill.descent;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The curves and surfaces that come with the project, chosen for what each one teaches. */
public final class Gallery {

  private static final List<Landscape> CURVES = Curves.all();
  private static final List<Landscape> SURFACES = Surfaces.all();

  private Gallery() {}

  /** The curves, of one parameter w, in the order in which they are best met. */
  public static List<Landscape> curves() {
    return CURVES;
  }

  /** The surfaces, of two parameters x and y, in the order in which they are best met. */
  public static List<Landscape> surfaces() {
    return SURFACES;
  }

  /** All of them. */
  public static Stream<Landscape> all() {
    return Stream.concat(CURVES.stream(), SURFACES.stream());
  }

  /** The curve of this name, if there is one. */
  public static Optional<Landscape> curve(String name) {
    return CURVES.stream().filter(curve -> curve.name().equals(name)).findFirst();
  }

  /** The surface of this name, if there is one. */
  public static Optional<Landscape> surface(String name) {
    return SURFACES.stream().filter(surface -> surface.name().equals(name)).findFirst();
  }
}
