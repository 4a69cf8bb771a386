package downhill.embed;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The query of an address, as text and as members. */
final class Query {

  private static final int MOST_QUOTED = 40;

  private Query() {}

  /**
   * Members as text. Only letters, digits, {@code .}, {@code -}, {@code _} and commas stand for
   * themselves, so that no page, editor or filter on the way takes one for a sign of its own.
   */
  static String of(Map<String, String> members) {
    return members.entrySet().stream()
        .map(member -> member.getKey() + "=" + encoded(member.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** A value as text. */
  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8)
        .replace("%2C", ",")
        .replace("*", "%2A")
        .replace("+", "%20");
  }

  /**
   * The members of a text; of a name given more than once, all values with commas between, as a
   * form without a script sends them.
   *
   * @param text without the question mark; null for none
   * @throws IllegalArgumentException where it cannot be decoded
   */
  static Map<String, String> members(@Nullable String text) {
    Map<String, String> members = new LinkedHashMap<>();
    if (text != null && !text.isEmpty()) {
      Arrays.stream(text.split("&"))
          .map(member -> member.split("=", 2))
          .filter(pair -> !pair[0].isEmpty())
          .forEach(
              pair ->
                  members.merge(
                      decoded(pair[0]),
                      pair.length == 1 ? "" : decoded(pair[1]),
                      (first, second) -> first + "," + second));
    }
    return members;
  }

  /** The same of what has been taken apart. */
  static Map<String, String> members(MultiValueMap<String, String> query) {
    Map<String, String> members = new LinkedHashMap<>();
    query.forEach((name, values) -> members.put(name, String.join(",", values)));
    return members;
  }

  /** A value as it is told again. */
  static String cut(String text) {
    return text.length() <= MOST_QUOTED ? text : text.substring(0, MOST_QUOTED) + "…";
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
