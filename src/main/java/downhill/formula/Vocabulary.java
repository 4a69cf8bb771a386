package downhill.formula;

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
    List<String> known =
        Stream.of(FUNCTIONS.keySet(), CONSTANTS.keySet(), VARIABLES)
            .flatMap(names -> names.stream())
            .toList();
    return NearMiss.of(unknown, known).orElse(name.length() == 1 && isVariable(name) ? name : null);
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
}
