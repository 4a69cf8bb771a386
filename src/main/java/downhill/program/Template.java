package downhill.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pieces of which programs in a language are made, by their names. A piece has places, {@code
 * ${name}}, for values and for other pieces. What fills a place that has a line to itself is set in
 * as far as that line; where it is empty the line goes.
 */
final class Template {

  private static final Pattern PIECE = Pattern.compile("(?m)^#> (.*)\n");
  private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]+)}");
  private static final Pattern PLACE_ON_ITS_OWN = Pattern.compile("( *)" + PLACE);

  private final Map<String, String> pieces = new HashMap<>();

  private Template() {}

  /** The pieces of all these files together. */
  static Template read(String... names) {
    Template template = new Template();
    for (String name : names) {
      template.add(content(name + ".txt"));
    }
    return template;
  }

  private static String content(String file) {
    try (InputStream stream =
        Objects.requireNonNull(Template.class.getResourceAsStream(file), file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String file) {
    List<MatchResult> heads = PIECE.matcher(file).results().toList();
    for (int i = 0; i < heads.size(); i++) {
      int end = i + 1 < heads.size() ? heads.get(i + 1).start() : file.length();
      String body = file.substring(heads.get(i).end(), end).replaceFirst("\n+$", "");
      pieces.put(heads.get(i).group(1), body);
    }
  }

  boolean has(String piece) {
    return pieces.containsKey(piece);
  }

  /** The names of the pieces that begin with a word, without it. */
  SortedSet<String> namesAfter(String word) {
    return pieces.keySet().stream()
        .filter(name -> name.startsWith(word + " "))
        .map(name -> name.substring(word.length() + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A piece with its places filled. */
  String fill(String piece, Map<String, String> values) {
    StringBuilder text = new StringBuilder();
    for (String line : lines(piece)) {
      Matcher own = PLACE_ON_ITS_OWN.matcher(line);
      text.append(
          own.matches()
              ? value(own.group(2), values).indent(own.group(1).length())
              : filled(line, values) + "\n");
    }
    return text.toString().replaceAll("(?m)^ +$", "");
  }

  /** The lines of a piece, with its places. */
  List<String> lines(String piece) {
    String body = pieces.get(piece);
    if (body == null) {
      throw new IllegalArgumentException("there is no piece “" + piece + "”");
    }
    return body.lines().toList();
  }

  /** A line with its places filled. */
  String filled(String line, Map<String, String> values) {
    return PLACE
        .matcher(line)
        .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), values)));
  }

  /** The names of a line's places. */
  static Stream<String> places(String line) {
    return PLACE.matcher(line).results().map(place -> place.group(1));
  }

  private String value(String name, Map<String, String> values) {
    String value = values.get(name);
    return (value == null ? fill(name, values) : value).stripTrailing();
  }
}
