package downhill.formula;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names that formulas know, and what was probably meant by one that they do not. */
final class Vocabulary {

  private static final Map<String, Double> CONSTANTS =
      Map.of("pi", Math.PI, "π", Math.PI, "e", Math.E);

  private static final Map<String, Operation> FUNCTIONS = functions();

  private static final List<String> VARIABLES = List.of("w", "x", "y");

  /** Names that other notations use for a function of ours. */
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("log", "ln"),
          Map.entry("lg", "log10"),
          Map.entry("ld", "log2"),
          Map.entry("tg", "tan"),
          Map.entry("arcsin", "asin"),
          Map.entry("arccos", "acos"),
          Map.entry("arctan", "atan"),
          Map.entry("sgn", "sign"),
          Map.entry("root", "sqrt"));

  private static final Pattern VALUES_RUN_TOGETHER = Pattern.compile("(?:pi|π|[ewxy]){2,4}");

  private static final int LONGEST_TYPO = 10;

  private Vocabulary() {}

  static @Nullable Double constant(String name) {
    return CONSTANTS.get(name);
  }

  static @Nullable Operation function(String name) {
    return FUNCTIONS.get(name);
  }

  static boolean isVariable(String name) {
    return VARIABLES.contains(name);
  }

  /** The known name or the product that is nearest, or null where nothing is near. */
  static @Nullable String nearest(String unknown) {
    String name = unknown.toLowerCase(Locale.ROOT);
    if (ELSEWHERE.containsKey(name)) {
      return ELSEWHERE.get(name);
    }
    if (VALUES_RUN_TOGETHER.matcher(unknown).matches()) {
      return unknown.replaceAll("pi|.", "$0*").replaceAll("\\*$", "");
    }
    if (name.length() > LONGEST_TYPO) {
      return null;
    }
    int allowed = name.length() <= 1 ? 0 : name.length() <= 3 ? 1 : 2;
    return Stream.of(FUNCTIONS.keySet(), CONSTANTS.keySet(), VARIABLES)
        .flatMap(names -> names.stream())
        .filter(known -> distance(name, known) <= Math.min(allowed, known.length() - 1))
        .min(
            Comparator.comparingInt((String known) -> distance(name, known))
                .thenComparing(known -> known.charAt(0) != name.charAt(0))
                .thenComparing(Function.identity()))
        .orElse(name.length() == 1 && isVariable(name) ? name : null);
  }

  private static Map<String, Operation> functions() {
    Map<String, Operation> functions =
        Stream.of(Operation.values())
            .filter(operation -> operation.arity() == 1 && operation != Operation.NEGATE)
            .collect(
                Collectors.toMap(
                    operation -> operation.name().toLowerCase(Locale.ROOT), Function.identity()));
    functions.put("min", Operation.MIN);
    functions.put("max", Operation.MAX);
    functions.put("pow", Operation.POWER);
    return Map.copyOf(functions);
  }

  /** Damerau and Levenshtein's: letters left out, put in, changed or swapped with the next. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
