package downhill.program;

import static java.util.stream.Collectors.joining;

import downhill.formula.Notation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A program in the making: what is filled into its pieces, its constants and its functions. */
final class Draft {

  private static final int WIDTH = 88;

  private final Language language;
  private final Template template;
  private final Map<String, String> values = new HashMap<>();
  private final List<String> constants = new ArrayList<>();
  private final List<String> functions = new ArrayList<>();

  Draft(Language language) {
    this.language = language;
    this.template = language.template();
  }

  Language language() {
    return language;
  }

  Template template() {
    return template;
  }

  /** Fills a place with a text; with nothing, where that is empty. */
  void put(String place, String text) {
    values.put(place, text);
  }

  /** Fills a place with a number that must not be taken for a whole one. */
  void put(String place, double number) {
    values.put(place, Notation.decimal(number));
  }

  /** Fills a place with numbers parted by commas, in as many lines as they need. */
  void put(String place, double[] numbers) {
    put(place, Arrays.stream(numbers).mapToObj(Notation::decimal).toList());
  }

  /** Fills a place with entries parted by commas, in as many lines as they need. */
  void put(String place, List<String> entries) {
    StringBuilder text = new StringBuilder();
    int begun = 0;
    for (String next : entries) {
      if (text.length() - begun + next.length() > WIDTH) {
        text.append("\n");
        begun = text.length();
      } else if (text.length() > 0) {
        text.append(" ");
      }
      text.append(next).append(",");
    }
    values.put(place, text.deleteCharAt(text.length() - 1).toString());
  }

  /** Fills a place with a piece where a run needs it, and with nothing where not. */
  void putIf(boolean needed, String place, String piece) {
    values.put(place, needed ? fill(piece) : "");
  }

  void constant(String piece) {
    constants.add(fill(piece));
  }

  void function(String piece) {
    functions.add(fill(piece));
  }

  /** A piece with its places filled by what is known by now. */
  String fill(String piece) {
    return template.fill(piece, values);
  }

  /** The whole program. */
  String text() {
    return text("program");
  }

  /** Filled twice, since only the program shows which helpers it calls, and what of a library. */
  String text(String program) {
    put("imports", "");
    put("constants", String.join("", constants));
    put("functions", String.join("\n\n", functions));
    String body = fill(program);
    for (String helper : template.namesAfter("helper")) {
      if (Pattern.compile("(?<![.\\w])" + helper + "\\(").matcher(body).find()) {
        function("helper " + helper);
      }
    }
    put("functions", String.join("\n\n", functions));
    put(
        "imports",
        template.namesAfter("import").stream()
            .filter(name -> body.contains(name + "."))
            .map(name -> fill("import " + name))
            .collect(joining()));
    return language.tidied(fill(program));
  }
}
