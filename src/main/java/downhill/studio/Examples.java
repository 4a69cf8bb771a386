package downhill.studio;

import java.util.List;
import java.util.Optional;

/** Programs to start from. Their titles are in the messages, under {@code studio.example}. */
public final class Examples {

  /**
   * One of them.
   *
   * @param slug its name in addresses
   * @param program its text
   */
  public record Example(String slug, String program) {}

  private static final String FIRST =
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

  private static final List<Example> ALL =
      List.of(
          new Example("first", FIRST),
          new Example("too-slow", FIRST.replace("speed: 0.1", "speed: 0.0001")),
          new Example("too-fast", FIRST.replace("speed: 0.1", "speed: 10")),
          new Example(
              "too-small",
              """
              data = load "spirals"

              net = make_network
                layer input  from data
                layer hidden size 1 kind tanh
                layer output size 2 kind softmax
              end

              train_network net, on: data, rounds: 100, speed: 0.1
              plot_training net
              plot_boundary net
              """),
          new Example(
              "memorising",
              """
              data = load "fruits"

              net = make_network
                layer input  from data
                layer hidden size 64 kind relu
                layer output size 4  kind softmax
              end

              train_network net, on: data, rounds: 200, speed: 0.01, optimizer: "adam", \
              hold_out: 0.8
              plot_training net
              """),
          new Example(
              "line",
              """
              data = load "lemonade"

              net = make_network
                layer input  from data
                layer output size 1 kind linear
              end

              train_network net, on: data, rounds: 30, speed: 0.1, batch: "all"
              plot_training net
              predict net, temperature: 25
              """),
          new Example(
              "boundary",
              """
              data = load "moons"

              net = make_network
                layer input  from data
                layer hidden size 16 kind tanh
                layer output size 2  kind softmax
              end

              train_network net, on: data, rounds: 200, speed: 0.3
              plot_boundary net
              plot_training net
              """),
          new Example("adam", FIRST.replace("speed: 0.1", "speed: 0.01, optimizer: \"adam\"")));

  private Examples() {}

  /** All of them, in the order in which they are best met. */
  public static List<Example> all() {
    return ALL;
  }

  /** The example of this name, if there is one. */
  public static Optional<Example> named(String slug) {
    return ALL.stream().filter(example -> example.slug().equals(slug)).findFirst();
  }
}
