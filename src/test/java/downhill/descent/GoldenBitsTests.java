package downhill.descent;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.formula.Formula;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last bits of a few results, written down, so that every machine and every JDK must agree. */
class GoldenBitsTests {

  @ParameterizedTest
  @CsvSource({
    "sgd, -0x1.b52dcaf31abe9p-1 0x1.796decf39a3c6p-1",
    "momentum, 0x1.ea46320ff60f1p-1 0x1.d521737c35484p-1",
    "nesterov, 0x1.acc27a37eecap-1 0x1.66d8694266198p-1",
    "adagrad, -0x1.2cbfbc1f96a23p0 0x1.0677bbec73dc7p0",
    "adadelta, -0x1.330e0b0fb9cc4p0 0x1.00252604823bp0",
    "rmsprop, -0x1.0fb264939f7adp0 0x1.2176bd73b1c62p0",
    "adam, -0x1.18424444749bap0 0x1.1b23beffe4dd3p0",
    "amsgrad, -0x1.18424444749bap0 0x1.1b23beffe4dd3p0",
    "adamw, -0x1.17eb59608c81dp0 0x1.1ab7a5bc16527p0",
    "adamax, -0x1.1c1741fe4e3cap0 0x1.1785ec22af8cfp0",
    "nadam, -0x1.19ed4c4305677p0 0x1.198591d3a13dep0",
    "radam, -0x1.0f8200ebe2519p0 0x1.b8d2e5ecb21e7p-1",
    "rprop, -0x1.a5434d14d0dd6p-2 0x1.6465054f35ddap-3",
    "lion, -0x1.1072fc1a6825cp0 0x1.22c03718cb0d7p0",
  })
  void ofAShakenAndScheduledWalk(String rule, String places) {
    Optimizer optimizer = Walk.withDefaults(OptimizerKind.named(rule).orElseThrow());
    List<Step> steps =
        Walk.on("rosenbrock")
            .by(optimizer, 0.002)
            .changing(60, optimizer, 0.001)
            .under(ScheduleKind.WARM_RESTARTS.make(40, 2, 1e-4))
            .shaken(0.25, 2026)
            .steps(150)
            .all();
    assertThat(hex(steps.get(steps.size() - 1).w())).isEqualTo(places);
  }

  @Test
  void ofTheNoise() {
    double[] noise = new double[3];
    new Noise(1, 9_007_199_254_740_991L).shake(noise, 10_000);
    assertThat(hex(noise))
        .isEqualTo("-0x1.c6fd619429d68p-2 0x1.0975768e013b2p1 -0x1.24d852fc1ec9cp-5");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 7 0 2 5 4 10 8 1 6 9 11 3",
    "1, 1, 2 11 4 8 10 5 1 0 6 9 3 7",
    "0, 9007199254740991, 1 10 5 11 0 2 4 7 6 8 9 3",
    "4999, 9007199254740991, 10 5 4 1 11 9 6 7 8 3 2 0"
  })
  void ofAnOrder(int pass, long seed, String order) {
    int[] dealt = new int[12];
    new Batches(12, 5, seed).deal(pass, dealt);
    assertThat(Arrays.stream(dealt).mapToObj(Integer::toString).collect(Collectors.joining(" ")))
        .isEqualTo(order);
  }

  @ParameterizedTest
  @CsvSource({
    "sin(w), 0x1.55d747e062c92p-1 0x1.7d2aea980dbbep-1",
    "cos(9*w), 0x1.e9aeb87631cfep-1 -0x1.50693d9e28025p1",
    "tan(w), 0x1.cb2cbd3bde1f4p-1 0x1.cde65d9991be8p0",
    "asin(w), 0x1.a3c6472afaf88p-1 0x1.77318535c4214p0",
    "acos(w), 0x1.8079235d8aaa8p-1 -0x1.77318535c4214p0",
    "atan(w), 0x1.43358e90a788p-1 0x1.4dabb7da29105p-1",
    "sinh(3*w), 0x1.1b442cec4a4f7p2 0x1.b39c022250a04p3",
    "cosh(w), 0x1.4782bec8428e6p0 0x1.988b8b7aa4259p-1",
    "tanh(w), 0x1.3f57405736bc7p-1 0x1.38d2b7f4ed11ap-1",
    "exp(-w), 0x1.ecf3e42bc1ee3p-2 -0x1.ecf3e42bc1ee3p-2",
    "ln(w), -0x1.40c7abfbec124p-2 0x1.5e2d58d8b3bcep0",
    "log2(w), -0x1.cec9a4ae3df68p-2 0x1.f932e5cb8f9aap0",
    "log10(w), -0x1.16a03d9b1b4f6p-3 0x1.3028f5883b3f3p-1",
    "sqrt(w), 0x1.b5c5223f8dc05p-1 0x1.2b6888341f37bp-1",
    "cbrt(w), 0x1.cd3bbbc78b1ep-1 0x1.a49b9433db5fp-2",
    "w^3, 0x1.9016c1615d491p-2 0x1.9a747c6e33ac4p0",
    "w^w, 0x1.9733fbc4dc924p-1 0x1.17a456590df95p-1",
    "2^w, 0x1.a8ec5c22f3d68p0 0x1.2688ccbdc6bd4p0",
    "1/w, 0x1.5e2d58d8b3bcep0 -0x1.df0006f8e67d5p0",
    "0.1*w^2+sin(2*w)+1, 0x1.0615f37a4f73ap1 0x1.73db9c0efe44dp-2",
  })
  void ofAFormula(String text, String valueAndSlope) {
    double[] slope = new double[1];
    double value = Formula.parse(text).gradient(new double[] {0.7310585786300049}, slope);
    assertThat(hex(value, slope[0])).isEqualTo(valueAndSlope);
  }

  @ParameterizedTest
  @CsvSource({
    "constant, 0x1.3333333333333p-2 0x1.3333333333333p-2 0x1.3333333333333p-2",
    "step, 0x1.3333333333333p-2 0x1.3333333333333p-2 0x1.1db22d0e56042p-2",
    "exponential, 0x1.1db22d0e56042p-2 0x1.2656dab46805dp-10 0x1.4e5c1043eb31fp-15",
    "inverse-time, 0x1.3e578b464ceebp-3 0x1.0ec5ca7ae7c75p-8 0x1.54c573be10763p-9",
    "polynomial, 0x1.2fc962fc962fdp-2 0x1.62fc962fc9631p-5 0x0.0p0",
    "cosine, 0x1.331b3f1061b39p-2 0x1.f1728f9911219p-7 0x0.0p0",
    "warm-restarts, 0x1.331b3f1061b39p-2 0x1.f1728f9911219p-7 0x1.b026456b5080cp-3",
    "warm-up, 0x1.b4e81b4e81b4fp-9 0x1.06d3a06d3a06dp-2 0x1.3333333333333p-2",
    "one-cycle, 0x1.ab9eae61aff6p-7 0x1.ab0db4db38bcap-6 0x1.421f5f40d8376p-20",
  })
  void ofASchedule(String name, String rates) {
    Schedule schedule = schedule(ScheduleKind.named(name).orElseThrow());
    assertThat(
            Stream.of(1, 77, 123)
                .map(t -> Double.toHexString(schedule.rate(0.3, t)))
                .collect(Collectors.joining(" ")))
        .isEqualTo(rates);
  }

  /** With its defaults, and 90 or 0.93 for what has none. */
  private static Schedule schedule(ScheduleKind kind) {
    return kind.make(
        kind.settings().stream()
            .mapToDouble(s -> !s.isRequired() ? s.defaultValue() : s.whole() ? 90 : 0.93)
            .toArray());
  }

  private static String hex(double... numbers) {
    return DoubleStream.of(numbers).mapToObj(Double::toHexString).collect(Collectors.joining(" "));
  }
}
