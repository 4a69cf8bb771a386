package downhill.studio;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.studio.Examples.Example;
import downhill.studio.Program.Reading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text at all is a program or has mistakes; nothing is thrown and nothing takes long. */
@Timeout(120)
class AnyTextTests {

  private static final int LONGEST = Bounds.USUAL.characters();

  private static final List<String> PIECES =
      List.of(
          "train_network",
          "plot_training",
          "plot_boundary",
          "show",
          "predict",
          "print",
          "load",
          "make_network",
          "layer",
          "end",
          "input",
          "hidden",
          "output",
          "size",
          "kind",
          "from",
          "on",
          "rounds",
          "speed",
          "batch",
          "optimizer",
          "schedule",
          "seed",
          "hold_out",
          "row",
          "relu",
          "softmax",
          "linear",
          "net",
          "data",
          "x",
          "y",
          "weight",
          "\"fruits\"",
          "\"moons\"",
          "\"adam\"",
          "\"all\"",
          "\"",
          "1",
          "16",
          "0.1",
          ".5",
          "1e999",
          "1..2",
          "-",
          "+",
          "*",
          "/",
          "^",
          "(",
          ")",
          ",",
          ":",
          "=",
          "#",
          "\n",
          "\n",
          "\n",
          "\n",
          " ",
          "é",
          "€",
          "\uD83D\uDE00",
          "\uD83D",
          "\t",
          "\r",
          "\u2028",
          ";");

  static Stream<String> monsters() {
    return Stream.of(
        "(".repeat(LONGEST),
        "print " + "(".repeat(LONGEST - 6),
        "print " + "-".repeat(LONGEST - 6),
        "print " + "2^".repeat((LONGEST - 6) / 2),
        "print 1" + "+1".repeat((LONGEST - 7) / 2),
        "print \"a\"" + "+1".repeat((LONGEST - 9) / 2),
        "\"".repeat(LONGEST),
        "a".repeat(LONGEST),
        "é".repeat(LONGEST / 2),
        "1".repeat(LONGEST),
        "print " + "9".repeat(LONGEST - 6),
        "print 1e" + "9".repeat(LONGEST - 8),
        "a\n".repeat(LONGEST / 2),
        "\n".repeat(LONGEST),
        " ".repeat(LONGEST),
        "layer hidden size 3 kind relu\n".repeat(LONGEST / 30),
        "n = make_network\n" + "layer hidden size 3 kind relu\n".repeat(LONGEST / 32),
        "n = make_network\n" + "layer\n".repeat(LONGEST / 8),
        "n = make_network\n".repeat(LONGEST / 17),
        "a = 1\n".repeat(LONGEST / 6),
        "a = \"aaaaaaaa\"\n" + "a = a + a\n".repeat(LONGEST / 12),
        "print 1, ".repeat(LONGEST / 9),
        "print 1\n".repeat(LONGEST / 8),
        "train_network n" + ", a: 1".repeat(LONGEST / 7),
        "n = make_network\n" + "layer hidden size 1 kind relu\n".repeat(10_000));
  }

  @ParameterizedTest
  @MethodSource("monsters")
  void aMonsterIsAProgramOrHasMistakes(String text) {
    check(text);
  }

  @Test
  void soIsASoupOfTokens() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      check(
          Stream.generate(() -> PIECES.get(random.nextInt(PIECES.size())))
              .limit(1 + random.nextInt(60))
              .collect(Collectors.joining(random.nextInt(4) == 0 ? "" : " ")));
    }
  }

  @Test
  void soIsAGoodProgramThatWentWrong() {
    Random random = new Random(2);
    int good = 0;
    for (int i = 0; i < 10_000; i++) {
      List<Example> examples = Examples.all();
      StringBuilder text =
          new StringBuilder(examples.get(random.nextInt(examples.size())).program());
      for (int slips = 1 + random.nextInt(3); slips > 0; slips--) {
        slip(text, random);
      }
      good += check(text.toString()) ? 1 : 0;
    }
    assertThat(good).isBetween(100, 9_000);
  }

  @Test
  void moreMistakesThanHelpAreCutOff() {
    List<Mistake> mistakes = Program.read("oops\n".repeat(1000), Bounds.USUAL).mistakes();
    assertThat(mistakes).hasSize(50);
    assertThat(mistakes.get(49).problem()).isEqualTo(Problem.MORE_MISTAKES);
    assertThat(mistakes.get(48).problem()).isEqualTo(Problem.UNKNOWN_STATEMENT);
    assertThat(Program.read("oops\n".repeat(49), Bounds.USUAL).mistakes())
        .hasSize(49)
        .noneMatch(mistake -> mistake.problem() == Problem.MORE_MISTAKES);
  }

  private static void slip(StringBuilder text, Random random) {
    int at = random.nextInt(text.length());
    switch (random.nextInt(4)) {
      case 0:
        text.deleteCharAt(at);
        break;
      case 1:
        text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        break;
      case 2:
        text.setCharAt(at, (char) (32 + random.nextInt(95)));
        break;
      default:
        List<String> lines = new ArrayList<>(text.toString().lines().toList());
        Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
        text.setLength(0);
        text.append(String.join("\n", lines));
    }
  }

  /** Whether it is a program. */
  private static boolean check(String text) {
    Reading reading = Program.read(text, Bounds.USUAL);
    assertThat(reading.program() == null).as(text).isEqualTo(!reading.mistakes().isEmpty());
    assertThat(reading.mistakes()).hasSizeLessThanOrEqualTo(50);
    List<String> lines = text.lines().toList();
    int last = 0;
    for (Mistake mistake : reading.mistakes()) {
      assertThat(mistake.line()).as(text).isGreaterThan(last);
      last = mistake.line();
      String line = lines.isEmpty() ? "" : lines.get(mistake.line() - 1);
      assertThat(mistake.column()).as(text).isBetween(1, line.length() + 1);
      assertThat(mistake.column() - 1 + mistake.length()).as(text).isBetween(0, line.length());
    }
    return reading.program() != null;
  }
}
