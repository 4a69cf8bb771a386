package downhill.lesson;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A reader's own points as a form sends them: pasted lines of a table in place of the short form's
 * {@code x,y;x,y}, and beside the data that they stand for.
 */
final class OwnPoints {

  private OwnPoints() {}

  /** The query with points or data, never both; empty points are none. */
  static Map<String, String> arranged(Map<String, String> query) {
    Map<String, String> arranged = new LinkedHashMap<>(query);
    String pasted = arranged.remove("points");
    String points = pasted == null ? "" : points(pasted);
    if (!points.isEmpty()) {
      arranged.remove("data");
      arranged.put("points", points);
    }
    return arranged;
  }

  /** A line without a digit names the columns. */
  private static String points(String pasted) {
    return Arrays.stream(pasted.split("[\\r\\n;]+"))
        .map(String::strip)
        .filter(line -> line.chars().anyMatch(Character::isDigit))
        .map(line -> line.replaceAll("\\s*[,\\t]\\s*| +", ","))
        .collect(Collectors.joining(";"));
  }
}
