package downhill.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import downhill.data.Activation;
import downhill.data.Layer;
import downhill.data.Table;
import downhill.data.Tables;
import downhill.descent.OptimizerKind;
import downhill.descent.ScheduleKind;
import downhill.studio.Examples.Example;
import downhill.studio.Program.Reading;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs come to. The wrong ones are in a table of their own. */
class ProgramTests {

  private static final Table FRUITS = Tables.named("fruits").orElseThrow();

  private static final String NET =
      """
      data = load "fruits"
      net = make_network
        layer input from data
        layer hidden size 16 kind relu
        layer output size 4 kind softmax
      end
      """;

  static List<Example> examples() {
    return Examples.all();
  }

  @Test
  void theFirstProgramAsksForExactlyThisTraining() {
    Program program = read(Examples.named("first").orElseThrow().program());
    assertThat(program.training())
        .contains(
            new Training(
                9,
                "net",
                FRUITS,
                List.of(new Layer(4, 16, Activation.RELU), new Layer(16, 4, Activation.SOFTMAX)),
                30,
                0.1,
                16,
                OptimizerKind.SGD,
                Map.of(),
                ScheduleKind.CONSTANT,
                Map.of(),
                1,
                0));
    assertThat(program.outputs()).containsExactly(new Output.Plot(10));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleTrains(Example example) {
    assertThat(read(example.program()).training()).isPresent();
  }

  @Test
  void everyOptionIsFollowed() {
    Training training =
        training(
            "speed: 0.01, batch: 8, optimizer: \"adamw\", weight_decay: 0.1, beta1: 0.8, "
                + "schedule: \"one-cycle\", schedule_final_divide: 100, seed: 7, hold_out: 0.25");
    assertThat(training.speed()).isEqualTo(0.01);
    assertThat(training.batch()).isEqualTo(8);
    assertThat(training.optimizer()).isEqualTo(OptimizerKind.ADAMW);
    assertThat(training.settings())
        .containsExactly(
            Map.entry("beta1", 0.8),
            Map.entry("beta2", 0.999),
            Map.entry("epsilon", 1e-8),
            Map.entry("weightDecay", 0.1));
    assertThat(training.schedule()).isEqualTo(ScheduleKind.ONE_CYCLE);
    assertThat(training.scheduleSettings())
        .containsExactly(
            Map.entry("over", 30.0),
            Map.entry("warm", 0.3),
            Map.entry("divide", 25.0),
            Map.entry("finalDivide", 100.0));
    assertThat(training.seed()).isEqualTo(7);
    assertThat(training.holdOut()).isEqualTo(0.25);
    assertThat(training.heldOut()).isEqualTo(50);
    assertThat(training.examples()).isEqualTo(150);
  }

  @Test
  void aSettingGoesByItsNameInTheRunContractToo() {
    assertThat(training("speed: 1, optimizer: \"adamw\", weightDecay: 0.5").settings())
        .containsEntry("weightDecay", 0.5);
  }

  @Test
  void aBatchCanBeAllThatThereIsToLearnFrom() {
    assertThat(training("speed: 1, batch: \"all\", hold_out: 0.5").batch()).isEqualTo(100);
  }

  @Test
  void aBatchIsNoLargerThanTheRowsWhereTheProgramDoesNotSay() {
    assertThat(training("speed: 1, hold_out: 0.9").batch()).isEqualTo(16);
    String few = "hold_out: 0.95 - 0.05";
    assertThat(training("speed: 1, " + few).examples()).isEqualTo(20);
  }

  @Test
  void theLargestSeedIsKeptToTheLastDigit() {
    assertThat(training("speed: 1, seed: 9007199254740991").seed()).isEqualTo((1L << 53) - 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 + 2 * 3          | 7
          (1 + 2) * 3        | 9
          2 - 3 - 4          | -5
          2 / 4 / 2          | 0.25
          2 ^ 3 ^ 2          | 512
          -2 ^ 2             | -4
          2 ^ -1             | 0.5
          --3                | 3
          2 * -3             | -6
          +.5                | 0.5
          1e-3               | 0.001
          0.1 + 0.2          | 0.3
          1 / 3              | 0.333333333333
          2 − 3 × 4 ÷ 6      | 0
          10 ^ 20            | 1e20
          1.5e-7 * 2         | 3e-7
          "a" + 1 + 2        | a12
          1 + 2 + "a"        | 3a
          "half " + 1 / 2    | half 0.5
          "a", 1 + 1, "b"    | a 2 b
          “curly” + „low”    | curlylow
          "# no comment"     | # no comment
          """)
  void computesAsInMathematicsAndJoinsTexts(String expression, String printed) {
    assertThat(read("print " + expression + " # so").outputs())
        .containsExactly(new Output.Said(1, printed));
  }

  @Test
  void namesStandForWhatTheyAreSetToAndCanBeSetAgain() {
    assertThat(read("größe_1 = 2\ngröße_1 = größe_1 * 21\nprint größe_1").outputs())
        .containsExactly(new Output.Said(3, "42"));
  }

  @Test
  void numbersCanBeComputedWhereverOneStands() {
    String program =
        NET.replace("size 16", "size kind * (4 + 4) - 1").replace("net =", "kind = 2\nnet =");
    assertThat(
            read(program + "train_network net, on: data, rounds: 3 * 10, speed: 1 / 10").training())
        .hasValueSatisfying(
            training -> {
              assertThat(training.layers().get(0).outputs()).isEqualTo(15);
              assertThat(training.rounds()).isEqualTo(30);
              assertThat(training.speed()).isEqualTo(0.1);
            });
  }

  @Test
  void showsTablesNetworksAndPredictionsInTheirOrder() {
    Program program =
        read(
            NET
                + """
                show data
                show net
                predict net, row: 200
                train_network net, on: data, rounds: 30, speed: 0.1
                predict net, width: 7, weight: 150, sweetness: 12, redness: 1 / 2
                """);
    List<Layer> layers = program.training().orElseThrow().layers();
    assertThat(program.outputs().get(0)).isEqualTo(new Output.ShowData(7, FRUITS));
    assertThat(program.outputs().get(1))
        .isEqualTo(new Output.ShowNetwork(8, "net", FRUITS, layers));
    assertThat(program.outputs().get(2))
        .isInstanceOfSatisfying(
            Output.Prediction.class,
            before -> {
              assertThat(before.trained()).isFalse();
              assertThat(before.features()).isEqualTo(FRUITS.row(199));
            });
    assertThat(program.outputs().get(3))
        .isInstanceOfSatisfying(
            Output.Prediction.class,
            after -> {
              assertThat(after.trained()).isTrue();
              assertThat(after.features()).containsExactly(150, 7, 0.5, 12);
            });
  }

  @Test
  void oneSigmoidTellsTwoKindsApart() {
    assertThat(
            read("""
                    data = load "xor"
                    net = make_network
                      layer input from data
                      layer output size 1 kind sigmoid
                    end
                    train_network net, on: data, rounds: 1, speed: 1
                    plot_boundary net
                    """)
                .outputs())
        .containsExactly(new Output.Boundary(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void aLineEndsAsItDoesOnAnySystem(String newline) {
    assertThat(read("\uFEFFprint 1" + newline + newline + "print 2").outputs())
        .containsExactly(new Output.Said(1, "1"), new Output.Said(3, "2"));
  }

  @Test
  void aProgramWithoutATrainingOnlySpeaks() {
    Program program = read("print \"hello\"");
    assertThat(program.training()).isEmpty();
    assertThat(program.text()).isEqualTo("print \"hello\"");
  }

  @Test
  void everyBoundIsTheOneThatWasGiven() {
    Bounds tight = new Bounds(400, 1, 15, 60, 29);
    String program = NET + "train_network net, on: data, rounds: 30, speed: 0.1";
    assertThat(Program.read(program, tight).mistakes())
        .extracting(Mistake::line, Mistake::problem)
        .containsExactly(
            tuple(4, Problem.NOT_WHOLE),
            tuple(5, Problem.TOO_MANY_LAYERS),
            tuple(7, Problem.NOT_WHOLE));
    assertThat(Program.read("print \"€\"", new Bounds(10, 1, 1, 1, 1)).mistakes().get(0).values())
        .containsExactly("", "10", "11");
  }

  private static Training training(String options) {
    return read(NET + "train_network net, on: data, rounds: 30, " + options)
        .training()
        .orElseThrow();
  }

  private static Program read(String text) {
    Reading reading = Program.read(text, Bounds.USUAL);
    assertThat(reading.mistakes()).isEmpty();
    return Objects.requireNonNull(reading.program());
  }
}
