package downhill.studio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The table of wrong programs, which lies beside this as text. */
public final class WrongPrograms {

  private static final String NET =
      """
      data = load "fruits"
      net = make_network
        layer input from data
        layer hidden size 16 kind relu
        layer output size 4 kind softmax
      end""";

  private WrongPrograms() {}

  /**
   * A wrong program.
   *
   * @param text what is written
   * @param said what is said of it, two lines a mistake
   */
  public record Wrong(String text, String said) {
    @Override
    public String toString() {
      return said;
    }
  }

  /** All of them. */
  public static List<Wrong> all() {
    try (InputStream file = WrongPrograms.class.getResourceAsStream("wrong-programs.txt")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("(?m)^---\n")).skip(1).map(WrongPrograms::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Wrong read(String block) {
    Predicate<String> said = line -> line.startsWith("! ");
    return new Wrong(
        block.lines().filter(said.negate()).collect(Collectors.joining("\n")).replace("@net", NET),
        block
            .lines()
            .filter(said)
            .map(line -> line.substring(2))
            .collect(Collectors.joining("\n")));
  }
}
