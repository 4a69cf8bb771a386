package downhill.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import downhill.descent.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class SharedStepsTests {

  private static final String NOISY =
      "{\"objective\":{\"curve\":\"bumpy\"},\"optimizer\":{\"name\":\"adam\",\"learningRate\":0.1},"
          + "\"noise\":0.2,\"seed\":9,\"steps\":150}";

  private static final String OF_BATCHES =
      "{\"objective\":{\"data\":\"lemonade\",\"scale\":true},\"batch\":8,\"seed\":3,"
          + "\"optimizer\":{\"name\":\"momentum\",\"learningRate\":0.02},\"steps\":170}";

  private static final String DIVERGING =
      "{\"objective\":{\"curve\":\"valley\"},\"steps\":900,"
          + "\"optimizer\":{\"name\":\"sgd\",\"learningRate\":1.05}}";

  private static final String OF_A_FORMULA =
      "{\"objective\":{\"formula\":\"x^2 + 3*y^2 - cos(x*y)\"},\"steps\":150,"
          + "\"optimizer\":{\"name\":\"rprop\",\"learningRate\":0.01}}";

  private static final int MOST = 1 << 20;

  @Autowired SpecReader reader;
  @Autowired EndingWords words;
  @Autowired Runs runs;

  /** One who plays, and what has been written for it. */
  private static final class Player {
    private final Run run;
    private final JsonBytes json = new JsonBytes(64);
    private final List<String> portions = new ArrayList<>();

    private final int from;

    Player(Run run) {
      this.run = run;
      this.from = run.k();
    }

    void play(int n) {
      int from = json.size();
      int written = run.write(json, n, () -> false);
      assertThat(written).isBetween(1, n);
      portions.add(json.toString().substring(from));
    }

    String all() {
      return String.join(",", portions);
    }
  }

  static Stream<Arguments> roomsAndRuns() {
    return Stream.of(1, 3, 512)
        .flatMap(room -> Stream.of(NOISY, OF_BATCHES, DIVERGING).map(run -> arguments(room, run)));
  }

  @ParameterizedTest
  @MethodSource("roomsAndRuns")
  void givesEachTheSameBytesAsAlone(int room, String text) {
    SharedSteps shared = new SharedSteps(room);
    Spec spec = read(text);
    Completed whole = runs.complete(spec);
    List<String> steps = whole.steps().stream().map(step -> written(spec, step)).toList();
    Random random = new Random(room);
    List<Player> pupils = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Run run = new Run(spec, words, shared.join(spec));
      runs.skip(run, random.nextBoolean() ? 0 : random.nextInt(60), () -> false);
      pupils.add(new Player(run));
    }
    List<Player> going = new ArrayList<>(pupils);
    while (!going.isEmpty()) {
      Player next = going.get(random.nextInt(going.size()));
      next.play(random.nextBoolean() ? 32 : 1 + random.nextInt(50));
      String last = next.portions.get(next.portions.size() - 1);
      assertThat(last).endsWith(written(spec, next.run.current()));
      if (!next.run.hasNext()) {
        assertThat(next.run.ending().orElseThrow()).isEqualTo(whole.ending());
        going.remove(next);
      } else {
        assertThat(next.run.ending()).isEmpty();
      }
    }
    for (Player pupil : pupils) {
      assertThat(pupil.all())
          .isEqualTo(String.join(",", steps.subList(pupil.from + 1, steps.size())));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {NOISY, OF_BATCHES, OF_A_FORMULA})
  void threadsDoNotDisturbEachOther(String text) throws InterruptedException, ExecutionException {
    Spec spec = read(text);
    String expected = playedWhole(new Run(spec, words));
    ExecutorService pages = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 20; round++) {
        SharedSteps shared = new SharedSteps(64);
        Callable<String> play = () -> playedWhole(new Run(spec, words, shared.join(spec)));
        for (Future<String> played : pages.invokeAll(Collections.nCopies(16, play))) {
          assertThat(played.get()).isEqualTo(expected);
        }
      }
    } finally {
      pages.shutdownNow();
    }
  }

  private static String playedWhole(Run run) {
    Player player = new Player(run);
    while (run.hasNext()) {
      player.play(8);
    }
    return player.all() + run.ending();
  }

  @Test
  void keepsWhatASecondPlayedForTheThird() {
    SharedSteps shared = new SharedSteps(9);
    assertThat(shared.join(spec())).isNull();
    SharedSteps.OfRun second = shared.join(spec());
    new Run(spec(), words, second).write(new JsonBytes(64), 32, () -> false);
    SharedSteps.OfRun third = shared.join(spec());
    assertThat(third.find(0, 32)).isNotNull();
    assertThat(third.find(0, 31)).isNull();
    assertThat(third.find(32, 32)).isNull();
    assertThat(shared.join(read(NOISY.replace("\"seed\":9", "\"seed\":8")))).isNull();
  }

  @Test
  void takesWhatIsKeptAndGoesOnAfterIt() {
    SharedSteps shared = new SharedSteps(9);
    shared.join(spec());
    SharedSteps.OfRun second = shared.join(spec());
    new Run(spec(), words, second).write(new JsonBytes(64), 32, () -> false);
    SharedSteps.Piece piece = second.find(0, 32);
    byte[] mark = {'X'};
    second.keep(0, new SharedSteps.Piece(mark, piece.descent(), piece.last()));
    Run third = new Run(spec(), words, shared.join(spec()));
    Player taking = new Player(third);
    taking.play(32);
    assertThat(taking.portions).containsExactly("X");
    assertThat(third.k()).isEqualTo(32);
    assertThat(third.current()).isSameAs(piece.last());
    taking.play(40);
    Player alone = new Player(new Run(spec(), words));
    alone.play(32);
    alone.play(40);
    assertThat(taking.portions.get(1)).isEqualTo(alone.portions.get(1));
  }

  @Test
  void leavesTheLastStepsToEach() {
    SharedSteps shared = new SharedSteps(9);
    shared.join(spec());
    SharedSteps.OfRun second = shared.join(spec());
    Run run = new Run(spec(), words, second);
    run.write(new JsonBytes(64), MOST, () -> false);
    assertThat(run.ending()).isPresent();
    assertThat(second.find(0, run.k())).isNull();
    assertThat(second.find(0, MOST)).isNull();
  }

  @Test
  void keepsNoLongPortions() {
    SharedSteps shared = new SharedSteps(9);
    shared.join(spec());
    SharedSteps.OfRun second = shared.join(spec());
    new Run(spec(), words, second).write(new JsonBytes(64), 149, () -> false);
    assertThat(second.find(0, 149)).isNull();
  }

  private Spec spec() {
    return read(NOISY);
  }

  private Spec read(String json) {
    return reader.read(SpecJson.mapper().readTree(json), "");
  }

  private static String written(Spec spec, Step step) {
    JsonBytes json = new JsonBytes(64);
    SpecJson.write(json, spec, step);
    return json.toString();
  }
}
