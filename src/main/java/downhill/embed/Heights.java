package downhill.embed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How tall a frame has to be where nobody can be asked: of each sim and choice of controls, as
 * measured in a browser at some widths; between them, on the line from one to the next. {@code mvn
 * test -Dmeasure -Dtest=HeightsBrowserTests} measures anew.
 */
final class Heights {

  private static final String FILE = "/downhill/embed/heights.txt";

  private static final Heights MEASURED = read();

  private final int[] widths;
  private final Map<String, int[]> heights;

  private Heights(int[] widths, Map<String, int[]> heights) {
    this.widths = widths;
    this.heights = heights;
  }

  /** As they were measured. */
  static Heights measured() {
    return MEASURED;
  }

  /** The widths at which was measured, in CSS pixels, from the narrowest. */
  int[] widths() {
    return widths.clone();
  }

  /**
   * The heights at the {@link #widths}.
   *
   * @param sim its name
   * @param controls {@code full}, {@code few} or {@code none}; another counts as full
   */
  int[] of(String sim, String controls) {
    int[] found = heights.get(sim + " " + controls);
    return Objects.requireNonNull(found == null ? heights.get(sim + " full") : found, sim).clone();
  }

  /**
   * The height at a width, in CSS pixels. Narrower than the narrowest that was measured counts as
   * that, wider than the widest likewise.
   */
  int of(String sim, String controls, int width) {
    int[] heights = of(sim, controls);
    int last = widths.length - 1;
    if (width >= widths[last]) {
      return heights[last];
    }
    int next =
        IntStream.range(1, widths.length).filter(i -> width < widths[i]).findFirst().orElse(1);
    double share =
        Math.max(0, (double) (width - widths[next - 1]) / (widths[next] - widths[next - 1]));
    return (int) Math.ceil(heights[next - 1] + share * (heights[next] - heights[next - 1]));
  }

  private static Heights read() {
    Map<String, int[]> rows = new HashMap<>();
    try (InputStream file = Objects.requireNonNull(Heights.class.getResourceAsStream(FILE), FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .map(line -> line.split(":\\s*", 2))
          .forEach(row -> rows.put(row[0], numbers(row[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Heights(Objects.requireNonNull(rows.remove("width")), rows);
  }

  private static int[] numbers(String text) {
    return Arrays.stream(text.strip().split("\\s+")).mapToInt(Integer::parseInt).toArray();
  }
}
