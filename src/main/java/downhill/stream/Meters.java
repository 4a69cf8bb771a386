package downhill.stream;

import downhill.run.Refused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;

/** What is counted of pages and their runs, for whoever watches the service. */
@Component
class Meters {

  private static final String REFUSED = "downhill.refused";
  private static final String HUNG_UP = "downhill.hung.up";
  private static final double[] TOLD = {0.5, 0.99};

  private final MeterRegistry registry;
  private final Counter runs;
  private final Counter frames;
  private final Counter steps;
  private final Timer answers;
  private final Map<Refused.Code, Counter> refused = new EnumMap<>(Refused.Code.class);
  private final Map<Why, Counter> hungUp = new EnumMap<>(Why.class);

  Meters(MeterRegistry registry) {
    this.registry = registry;
    runs =
        Counter.builder("downhill.runs")
            .description("Runs begun, or gone on with")
            .register(registry);
    frames = Counter.builder("downhill.frames").description("Frames sent").register(registry);
    steps = Counter.builder("downhill.steps").description("Steps sent").register(registry);
    answers =
        Timer.builder("downhill.answer")
            .description("From an order until its first frame has left")
            .publishPercentiles(TOLD)
            .register(registry);
    for (Refused.Code code : Refused.Code.values()) {
      refused.put(
          code,
          Counter.builder(REFUSED)
              .description("Orders refused, by the code of the error")
              .tag("code", code.key())
              .register(registry));
    }
    for (Why why : Why.values()) {
      hungUp.put(
          why,
          Counter.builder(HUNG_UP)
              .description("Pages hung up on")
              .tag("why", why.key)
              .register(registry));
    }
  }

  /** Why a page was hung up on. */
  enum Why {
    /** It broke the protocol again and again, or asked and asked and did not read. */
    RULES("rules"),
    /** It was silent and did not answer. */
    SILENT("silent"),
    /** It did not take a frame in time. */
    SEND_TIMEOUT("send-timeout"),
    /** It was told goodbye and did not say it back. */
    NO_GOODBYE("no-goodbye");

    private final String key;

    Why(String key) {
      this.key = key;
    }
  }

  /** Where it is asked how many pages are connected. */
  void connections(IntSupplier count) {
    Gauge.builder("downhill.connections", count, IntSupplier::getAsInt)
        .description("Pages that are connected")
        .strongReference(true)
        .register(registry);
  }

  void begun() {
    runs.increment();
  }

  /** A frame leaves, with so many steps in it. */
  void sends(int stepsInIt) {
    frames.increment();
    if (stepsInIt > 0) {
      steps.increment(stepsInIt);
    }
  }

  void answeredAfter(long nanos) {
    answers.record(Duration.ofNanos(nanos));
  }

  void refused(Refused.Code code) {
    Objects.requireNonNull(refused.get(code)).increment();
  }

  void hungUp(Why why) {
    Objects.requireNonNull(hungUp.get(why)).increment();
  }
}
