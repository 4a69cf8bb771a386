package downhill.formula;

import java.util.List;
import java.util.Random;

/** Formulas of every kind, by chance. */
final class RandomFormulas {

  private static final List<String> FUNCTIONS =
      List.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "exp", "ln", "log2",
          "log10", "sqrt", "cbrt", "abs", "sign");
  private static final List<String> NUMBERS =
      List.of("1", "2", "3", "0.1", "0.5", "1.7", "10", "pi", "e", "2e-3", "0.3");

  private final Random random;
  private boolean surface;

  RandomFormulas(long seed) {
    this.random = new Random(seed);
  }

  String next() {
    surface = random.nextInt(3) == 0;
    return expression(1 + random.nextInt(4));
  }

  private String expression(int depth) {
    if (depth == 0) {
      return random.nextInt(3) == 0 ? any(NUMBERS) : variable();
    }
    String inner = expression(depth - 1);
    switch (random.nextInt(10)) {
      case 0:
        return "-(" + inner + ")";
      case 1, 2:
        return any(FUNCTIONS) + "(" + inner + ")";
      case 3:
        String other = random.nextInt(3) == 0 ? "0" : expression(depth - 1);
        return any(List.of("min", "max")) + "(" + inner + ", " + other + ")";
      case 4:
        return "(" + inner + ")^" + any(List.of("2", "3", "-1", "0.5", "(1/3)", "0", "1", "-2"));
      case 5:
        return any(List.of("2", "e", "0.5", "(" + inner + ")^2")) + "^(" + inner + ")";
      case 6:
        return "(" + inner + ")/(" + expression(depth - 1) + ")";
      case 7:
        return "(" + inner + ")*(" + expression(depth - 1) + ")";
      default:
        return "(" + inner + ")" + any(List.of(" + ", " - ")) + "(" + expression(depth - 1) + ")";
    }
  }

  private String variable() {
    return surface ? any(List.of("x", "y")) : "w";
  }

  private String any(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }
}
