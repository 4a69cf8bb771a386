package downhill.lesson;

import downhill.descent.OptimizerKind;
import downhill.run.Spec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The symbols of the rules: what they are called in formulas and by the script, and their letters.
 */
final class Symbols {

  /** Ends the symbol of what was remembered before an update. */
  static final String BEFORE = "-before";

  private Symbols() {}

  /** The symbols of a rule's settings, with their values. */
  static Map<String, Double> settings(Spec spec) {
    Map<String, Double> symbols = new LinkedHashMap<>();
    spec.settings().forEach((name, value) -> symbols.put(symbolOf(name), value));
    return symbols;
  }

  /** RMSprop's own α is not the learning rate, whose letter that is everywhere else. */
  private static String symbolOf(String setting) {
    return setting.equals("alpha") ? "decay" : setting;
  }

  /** Whether a symbol stands for a setting of some rule. */
  static boolean isSetting(String symbol) {
    return SETTINGS.contains(symbol);
  }

  private static final Set<String> SETTINGS =
      Arrays.stream(OptimizerKind.values())
          .flatMap(kind -> kind.settings().stream())
          .map(setting -> symbolOf(setting.name()))
          .collect(Collectors.toSet());

  /** How a symbol is written; that of the past is written as that of the present. */
  static String letters(String symbol) {
    String present =
        symbol.endsWith(BEFORE) ? symbol.substring(0, symbol.length() - BEFORE.length()) : symbol;
    return LETTERS.getOrDefault(present, present);
  }

  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry("gradient", "g"),
          Map.entry("alpha", "α"),
          Map.entry("rate", "αᵢ"),
          Map.entry("step", "Δw"),
          Map.entry("landing", "w"),
          Map.entry("velocity", "v"),
          Map.entry("ahead", "ṽ"),
          Map.entry("meanSquare", "s"),
          Map.entry("meanSquareGradient", "E[g²]"),
          Map.entry("meanSquareStep", "E[Δ²]"),
          Map.entry("m-hat", "m̂"),
          Map.entry("v-hat", "v̂"),
          Map.entry("vHat", "v̂"),
          Map.entry("mu", "μ"),
          Map.entry("muNext", "μ′"),
          Map.entry("muProduct", "Π"),
          Map.entry("mBar", "m̄"),
          Map.entry("rhoMax", "ρ∞"),
          Map.entry("rhoNow", "ρ"),
          Map.entry("rectification", "r"),
          Map.entry("factor", "η"),
          Map.entry("delta", "Δ"),
          Map.entry("previousGradient", "g′"),
          Map.entry("momentum", "μ"),
          Map.entry("rho", "ρ"),
          Map.entry("decay", "a"),
          Map.entry("beta1", "β₁"),
          Map.entry("beta2", "β₂"),
          Map.entry("epsilon", "ε"),
          Map.entry("weightDecay", "λ"),
          Map.entry("momentumDecay", "ψ"),
          Map.entry("etaMinus", "η⁻"),
          Map.entry("etaPlus", "η⁺"),
          Map.entry("minStep", "Δmin"),
          Map.entry("maxStep", "Δmax"));
}
