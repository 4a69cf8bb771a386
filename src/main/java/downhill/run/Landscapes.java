package downhill.run;

import downhill.descent.Interval;
import downhill.descent.Minimum;
import downhill.descent.Objective;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/** Pictures of objectives: the losses over a stretch of the line, or over a rectangle. */
@Component
public final class Landscapes {

  private static final int ALONG = 481;
  private static final int ACROSS = 121;

  /** So many digits of a loss a page is given to draw. */
  private static final int DIGITS = 6;

  /** The kinds of objectives that are what they are called. */
  private static final Set<String> SHARED = Set.of("curve", "surface", "formula");

  private static final int MOST_CURVES = 256;
  private static final int MOST_SURFACES = 32;

  private final Shelf<Sight, CurvePicture> curves = new Shelf<>(MOST_CURVES);
  private final Shelf<Sight, SurfacePicture> surfaces = new Shelf<>(MOST_SURFACES);
  private final ShortForm shortForm;
  private final DataPictures data;
  private final Sentences sentences;
  private final Work work;

  Landscapes(ShortForm shortForm, DataPictures data, Sentences sentences, Work work) {
    this.shortForm = shortForm;
    this.data = data;
    this.sentences = sentences;
    this.work = work;
  }

  /** What decides a picture. */
  private record Sight(
      String kind, String name, List<Interval> domain, @Nullable Interval stretch) {

    Sight(Ground ground, @Nullable Interval stretch) {
      this(ground.source().kind(), ground.source().name(), ground.domain(), stretch);
    }
  }

  /**
   * The curve of an objective of one parameter.
   *
   * @param ground the objective
   * @param domain where to draw it
   * @return the picture
   * @throws Refused where the server is too busy
   */
  public CurvePicture curve(Ground ground, Interval domain) {
    return isShared(ground)
        ? curves.get(new Sight(ground, domain), () -> work.during(() -> drawn(ground, domain)))
        : work.during(() -> drawn(ground, domain));
  }

  /**
   * A class looks at a few landscapes, and each of it at the same; no two draw the same by hand.
   */
  private static boolean isShared(Ground ground) {
    return SHARED.contains(ground.source().kind());
  }

  private static CurvePicture drawn(Ground ground, Interval domain) {
    double[] w = domain.spaced(ALONG);
    Objective objective = ground.objective();
    double[] loss = Arrays.stream(w).map(at -> objective.value(new double[] {at})).toArray();
    return new CurvePicture(domain, w, loss, ground.minima().get());
  }

  /**
   * The surface of an objective of two parameters, over its own domain.
   *
   * @param ground the objective
   * @return the picture
   * @throws Refused where the server is too busy
   */
  public SurfacePicture surface(Ground ground) {
    return isShared(ground)
        ? surfaces.get(new Sight(ground, null), () -> work.during(() -> drawn(ground)))
        : work.during(() -> drawn(ground));
  }

  /**
   * Writes the picture that a query asks for. Beside the short form of a spec, of which only the
   * objective is needed, a query may have a {@code stretch} for an objective of one parameter: the
   * picture is then drawn from there to there, whatever the objective's own domain.
   *
   * @param json where it is written
   * @param query the query's members
   * @throws Refused naming the query's member, the value and what is allowed
   */
  public void write(JsonGenerator json, Map<String, String> query) {
    Map<String, String> members = new HashMap<>(query);
    String stretch = members.remove("stretch");
    Ground ground = shortForm.readGround(members);
    if (ground.trained() != null) {
      throw sentences.invalid("program", "error.program.no-picture");
    }
    if (ground.domain().size() == 1) {
      Interval domain = stretch == null ? ground.domain().get(0) : stretch(stretch);
      write(json, curve(ground, domain));
    } else if (stretch != null) {
      throw sentences.invalid("stretch", "error.stretch.surface");
    } else {
      work.during(
          () -> {
            writeSurface(json, ground);
            return true;
          });
    }
  }

  private Interval stretch(String text) {
    String[] ends = text.split(",", -1);
    double lo = QueryTree.number(ends[0]);
    double hi = QueryTree.number(ends[ends.length - 1]);
    if (ends.length != 2 || !(lo < hi) || !Grounds.isNear(lo) || !Grounds.isNear(hi)) {
      throw sentences.invalid("stretch", "error.domain", "stretch", SpecJson.cut(text));
    }
    return new Interval(lo, hi);
  }

  /**
   * What an objective of one parameter comes to at a few places, evenly spaced over its domain.
   *
   * @param ground the objective
   * @param count how many, 2 or more
   * @return a row for each place: the parameter, the loss and the slope
   */
  public static double[][] readings(Ground ground, int count) {
    return Arrays.stream(ground.domain().get(0).spaced(count))
        .mapToObj(w -> reading(ground, w))
        .toArray(double[][]::new);
  }

  /**
   * What an objective comes to at a place.
   *
   * @param ground the objective
   * @param place a number for each parameter
   * @return the parameters, the loss and the slope along each parameter
   */
  public static double[] reading(Ground ground, double... place) {
    int n = place.length;
    double[] slopes = new double[n];
    double loss = ground.objective().gradient(place, slopes);
    double[] reading = Arrays.copyOf(place, 2 * n + 1);
    reading[n] = loss;
    System.arraycopy(slopes, 0, reading, n + 1, n);
    return reading;
  }

  /** The finite losses over an objective's domain, as many as its picture has. */
  static DoubleStream sample(Ground ground) {
    Objective objective = ground.objective();
    if (ground.domain().size() == 1) {
      return Arrays.stream(ground.domain().get(0).spaced(ALONG))
          .map(w -> objective.value(new double[] {w}))
          .filter(Double::isFinite);
    }
    double[] up = ground.domain().get(1).spaced(ACROSS);
    return Arrays.stream(ground.domain().get(0).spaced(ACROSS))
        .flatMap(x -> Arrays.stream(up).map(y -> objective.value(new double[] {x, y})))
        .filter(Double::isFinite);
  }

  /** Writes a picture of a curve. */
  public static void write(JsonGenerator json, CurvePicture picture) {
    json.writeStartObject();
    json.writeName("domain");
    SpecJson.domain(json, List.of(picture.domain()));
    json.writeName("w");
    SpecJson.numbers(json, picture.w());
    json.writeName("loss");
    losses(json, picture.loss());
    minima(json, picture.minima());
    json.writeEndObject();
  }

  private void writeSurface(JsonGenerator json, Ground ground) {
    json.writeStartObject();
    writeGrid(json, surface(ground), loss -> loss);
    writeData(json, ground);
    json.writeEndObject();
  }

  /**
   * Writes a picture of a surface as light as a page wants it: losses to six digits, which is finer
   * than any screen; or a coarser grid, in full, for the page to refine by so much as its member
   * {@code finer} says.
   *
   * @param every takes every so manieth point each way; a divisor of the number of steps
   */
  public static void write(JsonGenerator json, SurfacePicture picture, int every) {
    json.writeStartObject();
    if (every > 1) {
      writeGrid(json, picture.every(every), loss -> loss);
      json.writeNumberProperty("finer", every);
    } else {
      writeGrid(json, picture, Landscapes::shortly);
    }
    json.writeEndObject();
  }

  /** Writes the data behind an objective; nothing where there is none. */
  public void writeData(JsonGenerator json, Ground ground) {
    if (ground.fit() != null) {
      json.writeName("data");
      data.write(json, ground.fit());
    }
  }

  private static void writeGrid(
      JsonGenerator json, SurfacePicture picture, DoubleUnaryOperator rounded) {
    json.writeName("domain");
    SpecJson.domain(json, picture.domain());
    json.writeName("x");
    SpecJson.numbers(json, picture.x());
    json.writeName("y");
    SpecJson.numbers(json, picture.y());
    json.writeArrayPropertyStart("loss");
    for (double[] row : picture.loss()) {
      losses(json, Arrays.stream(row).map(rounded).toArray());
    }
    json.writeEndArray();
    minima(json, picture.minima());
  }

  private static double shortly(double loss) {
    return SpecJson.rounded(loss, DIGITS);
  }

  private static SurfacePicture drawn(Ground ground) {
    double[] x = ground.domain().get(0).spaced(ACROSS);
    double[] y = ground.domain().get(1).spaced(ACROSS);
    double[][] loss =
        Arrays.stream(y)
            .mapToObj(
                up ->
                    Arrays.stream(x)
                        .map(across -> ground.objective().value(new double[] {across, up}))
                        .toArray())
            .toArray(double[][]::new);
    return new SurfacePicture(ground.domain(), x, y, loss, ground.minima().get());
  }

  private static void losses(JsonGenerator json, double[] losses) {
    json.writeStartArray();
    for (double loss : losses) {
      SpecJson.finite(json, loss);
    }
    json.writeEndArray();
  }

  /** Writes minima; a single parameter as a number, as the axis has it. */
  static void minima(JsonGenerator json, List<Minimum> minima) {
    json.writeArrayPropertyStart("minima");
    for (Minimum minimum : minima) {
      json.writeStartObject();
      json.writeName("w");
      if (minimum.w().length == 1) {
        json.writeNumber(minimum.w()[0]);
      } else {
        SpecJson.numbers(json, minimum.w());
      }
      json.writeNumberProperty("loss", minimum.loss());
      json.writeBooleanProperty("lowest", minimum.lowest());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
