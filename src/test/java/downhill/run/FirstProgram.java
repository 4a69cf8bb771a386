package downhill.run;

import java.util.Locale;

/** The program with which the Studio begins, and others made of it. */
public final class FirstProgram {

  /** To the letter. */
  public static final String TEXT =
      """
      data = load "fruits"

      net = make_network
        layer input  from data
        layer hidden size 16 kind relu
        layer output size 4  kind softmax
      end

      train_network net, on: data, rounds: 30, speed: 0.1
      plot_training net
      """;

  private FirstProgram() {}

  /** The same with other options of its training, as {@code rounds: 30, speed: 0.1}. */
  public static String trained(String options) {
    return TEXT.replace("rounds: 30, speed: 0.1", options);
  }

  /** One linear unit for the lemonade: a straight line. */
  public static String line(String options) {
    return """
    data = load "lemonade"
    net = make_network
      layer input from data
      layer output size 1 kind linear
    end
    train_network net, on: data, %s
    """
        .formatted(options);
  }

  /** Digits by a network of 64 → 32 → 10. */
  public static String digits(int rounds) {
    return """
    data = load "digits"
    net = make_network
      layer input from data
      layer hidden size 32 kind relu
      layer output size 10 kind softmax
    end
    train_network net, on: data, rounds: %d, speed: 0.1, batch: 32
    """
        .formatted(rounds);
  }

  /** A spec of a program, with further members of its objective or of itself. */
  public static String spec(String program, String inObjective, String beside) {
    return String.format(
        Locale.ROOT,
        "{\"objective\":{\"program\":%s%s}%s}",
        SpecJson.mapper().writeValueAsString(program),
        inObjective,
        beside);
  }
}
