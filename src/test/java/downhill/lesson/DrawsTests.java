package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.descent.Interval;
import downhill.lesson.DrawView.Bar;
import downhill.run.CurvePicture;
import downhill.run.Landscapes;
import downhill.run.ShortForm;
import downhill.run.Spec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What random starts find, over many seeds, and what the page says of it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class DrawsTests {

  private static final int SEEDS = 400;
  private static final int RESTARTS = 20;

  /** A count is refused where chance alone goes so far in one direction more seldom than this. */
  private static final double SELDOM = 1e-5;

  @Autowired Draws draws;
  @Autowired Basins basins;
  @Autowired ShortForm shortForm;
  @Autowired Landscapes landscapes;

  @ParameterizedTest
  @CsvSource({
    "curve=bumpy&optimizer=sgd&learningRate=0.1, 0.277",
    "curve=bumpy&optimizer=momentum&learningRate=0.1&steps=400, 0.392",
    "curve=narrow-beside-wide&optimizer=sgd&learningRate=0.02&steps=600, -1",
  })
  void restartsFindTheLowestValleyAsOftenAsTheFormulaSays(String query, double share) {
    List<DrawView> all = all(query);
    double p = all.get(0).map().lowest();
    if (share > 0) {
      assertThat(p).isCloseTo(share, within(0.003));
    }
    for (int k : new int[] {1, 2, 3, 5, 10, RESTARTS}) {
      long found = all.stream().filter(draw -> foundAt(draw) <= k).count();
      assertLikely(found, SEEDS, Draws.chance(p, k));
    }
  }

  @Test
  void theHistogramOfManyDrawsIsTheMapOfAllStarts() {
    List<DrawView> all = all("curve=bumpy&optimizer=sgd&learningRate=0.1");
    for (int valley = 0; valley < all.get(0).bars().size(); valley++) {
      int each = valley;
      long count = all.stream().mapToLong(draw -> draw.bars().get(each).count()).sum();
      assertLikely(count, SEEDS * RESTARTS, all.get(0).bars().get(each).expected());
    }
  }

  @Test
  void theBoundsAreExact() {
    assertThat(atMost(0, 10, 0.5)).isCloseTo(1 / 1024.0, within(1e-12));
    assertThat(atMost(5, 10, 0.5)).isCloseTo(638 / 1024.0, within(1e-12));
    assertThat(atMost(399, 400, 0.998)).isCloseTo(1 - Math.pow(0.998, 400), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bumpy", "double-well", "valley", "plateau"})
  void everyRestartIsCountedOnceOnAnyCurve(String curve) {
    DrawView draw = draw("curve=" + curve + "&optimizer=sgd&learningRate=0.05", 7, 50);
    assertThat(draw.bars().stream().mapToInt(Bar::count).sum()).isEqualTo(50);
    assertThat(draw.bars().stream().mapToDouble(Bar::expected).sum()).isCloseTo(1, within(1e-9));
    assertThat(draw.table()).hasSize(50);
    assertThat(draw.marks()).hasSize(50);
    assertThat(draw.ending()).contains("50");
  }

  @Test
  void aDrawThatMissesSaysHowOftenThatHappens() {
    DrawView missed =
        IntStream.range(0, 100)
            .mapToObj(seed -> draw("curve=bumpy&optimizer=sgd&learningRate=0.1", seed, 3))
            .filter(draw -> foundAt(draw) > 3)
            .findFirst()
            .orElseThrow();
    assertThat(missed.ending()).contains("Not one of 3", "chance of 62.", "37.", "New start");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"-, 20, 0", "1, 1, 0", "50, 50, 0", "51, 20, 1", "x, 20, 1"})
  void aNumberOfRestartsThatIsNoneIsNamed(String asked, int used, int notices) {
    List<String> said = new ArrayList<>();
    assertThat(draws.restarts(asked, said)).isEqualTo(used);
    assertThat(said).hasSize(notices).allMatch(notice -> notice.contains(asked));
  }

  /** The restart that was the first to find the lowest valley; beyond all where none did. */
  private static int foundAt(DrawView draw) {
    String lowest =
        draw.bars().stream()
            .filter(bar -> bar.look().equals("lowest"))
            .map(Bar::letter)
            .findFirst()
            .orElseThrow();
    return IntStream.range(0, draw.table().size())
            .filter(i -> draw.table().get(i).get(3).equals(lowest))
            .findFirst()
            .orElse(Integer.MAX_VALUE - 1)
        + 1;
  }

  private List<DrawView> all(String query) {
    return IntStream.range(0, SEEDS).mapToObj(seed -> draw(query, seed, RESTARTS)).toList();
  }

  private DrawView draw(String query, long seed, int n) {
    Spec spec = spec(query, seed);
    Interval domain = spec.ground().domain().get(0);
    CurvePicture picture =
        pictures.computeIfAbsent(query, any -> landscapes.curve(spec.ground(), domain));
    BasinMap map = maps.computeIfAbsent(query, any -> basins.map(spec, picture));
    return draws.of(spec, picture, map, n, 8);
  }

  private final Map<String, CurvePicture> pictures = new HashMap<>();
  private final Map<String, BasinMap> maps = new HashMap<>();

  private Spec spec(String query, long seed) {
    Map<String, String> members = new HashMap<>();
    for (String member : (query + "&seed=" + seed).split("&")) {
      members.put(member.split("=")[0], member.split("=")[1]);
    }
    return shortForm.read(members);
  }

  private static void assertLikely(long count, int n, double p) {
    assertThat(atMost(count, n, p))
        .as("%d of %d or fewer at %s", count, n, p)
        .isGreaterThan(SELDOM);
    assertThat(1 - atMost(count - 1, n, p))
        .as("%d of %d or more at %s", count, n, p)
        .isGreaterThan(SELDOM);
  }

  /** The binomial distribution, summed. */
  private static double atMost(long count, int n, double p) {
    double logChoose = 0;
    double sum = 0;
    for (int i = 0; i <= count; i++) {
      sum += Math.exp(logChoose + i * Math.log(p) + (n - i) * Math.log1p(-p));
      logChoose += Math.log(n - i) - Math.log(i + 1);
    }
    return Math.min(1, sum);
  }
}
