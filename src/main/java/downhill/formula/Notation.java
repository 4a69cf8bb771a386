package downhill.formula;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The languages in which a formula can be written, and how each writes what formulas have. */
public enum Notation {
  /** The language of formulas itself, in ASCII: what it writes can be read back. */
  FORMULA(new Style("*", "/", "^", "", Map.of(), Numbers.SHORT)),

  /**
   * Python, for PyTorch's tensors. PyTorch has no {@code cbrt}: a program must bring its own. Its
   * functions take tensors only, so what they make of numbers is written as a number.
   */
  PYTORCH(
      new Style(
          " * ",
          " / ",
          "**",
          "torch.",
          Map.ofEntries(
              Map.entry("ln", "torch.log"),
              Map.entry("min", "torch.minimum"),
              Map.entry("max", "torch.maximum"),
              Map.entry("cbrt", "cbrt"),
              Map.entry("pi", "math.pi"),
              Map.entry("e", "math.e"),
              Map.entry("inf", "math.inf"),
              Map.entry("nan", "math.nan")),
          Numbers.TENSORS)),

  /** Python, for NumPy's numbers and arrays. */
  NUMPY(
      new Style(
          " * ",
          " / ",
          "**",
          "np.",
          Map.ofEntries(
              Map.entry("ln", "np.log"),
              Map.entry("asin", "np.arcsin"),
              Map.entry("acos", "np.arccos"),
              Map.entry("atan", "np.arctan"),
              Map.entry("min", "np.minimum"),
              Map.entry("max", "np.maximum"),
              Map.entry("pi", "np.pi"),
              Map.entry("e", "np.e"),
              Map.entry("inf", "np.inf"),
              Map.entry("nan", "np.nan")),
          Numbers.SHORT)),

  /**
   * Java, with all of {@link StrictMath} imported by its names. It has no {@code log2}: a program
   * must bring its own.
   */
  JAVA(
      new Style(
          " * ",
          " / ",
          null,
          "",
          Map.of("ln", "log", "sign", "signum", "pi", "PI", "e", "E"),
          Numbers.TYPED));

  private final Style style;

  Notation(Style style) {
    this.style = style;
  }

  Style style() {
    return style;
  }

  /**
   * A number as all these languages read it, in as few digits as read back as the same double, and
   * never to be taken for a whole one: 2.0.
   *
   * @param value the number; finite
   */
  public static String decimal(double value) {
    return Decimals.decimal(value);
  }

  /** What numbers need in a language. */
  enum Numbers {
    /** 2 is as good as 2.0. */
    SHORT,
    /** The same, and what is handed to a function must be a tensor. */
    TENSORS,
    /** 2 is a whole number: among numbers alone, or handed to a function, it is written 2.0. */
    TYPED
  }

  /**
   * How a language writes formulas.
   *
   * @param times between factors
   * @param divide before a divisor
   * @param power between base and exponent; null where that is a function
   * @param prefix before a function's name
   * @param names what has another name than in formulas, with its prefix
   * @param numbers what numbers need
   */
  record Style(
      String times,
      String divide,
      @Nullable String power,
      String prefix,
      Map<String, String> names,
      Numbers numbers) {

    /** The name of a function. */
    String name(Operation function) {
      String own = function == Operation.POWER ? "pow" : function.name().toLowerCase(Locale.ROOT);
      return names.getOrDefault(own, prefix + own);
    }

    /** The name of a number that has one here, as pi has everywhere; null for others. */
    @Nullable String name(double value) {
      if (Double.isFinite(value)) {
        return value == Math.PI ? named("pi") : value == Math.E ? named("e") : null;
      }
      return names.get(Double.isNaN(value) ? "nan" : "inf");
    }

    private String named(String letter) {
      return names.getOrDefault(letter, letter);
    }
  }
}
