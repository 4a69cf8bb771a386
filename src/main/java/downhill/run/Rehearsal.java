package downhill.run;

import downhill.studio.Examples;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reads programs of the Studio before anyone does, good ones and the longest bad ones: what is slow
 * the first time, such as loading the tables, is over by when somebody waits for it.
 */
@Component
class Rehearsal {

  private static final int TIMES = 20;

  /** The start itself comes first. */
  private static final Duration SOON = Duration.ofSeconds(2);

  private final Studio studio;
  private final Workshop workshop;
  private final Limits limits;

  Rehearsal(Studio studio, Workshop workshop, Limits limits) {
    this.studio = studio;
    this.workshop = workshop;
    this.limits = limits;
  }

  @EventListener(ApplicationReadyEvent.class)
  void beginSoon() {
    CompletableFuture.delayedExecutor(SOON.toMillis(), TimeUnit.MILLISECONDS).execute(this::begin);
  }

  private void begin() {
    for (int i = 0; i < TIMES; i++) {
      workshop.later(enough -> programs().forEach(studio::read));
    }
  }

  private Stream<String> programs() {
    String network = "data = load \"fruits\"\nnet = make_network\nlayer input from data\n";
    String layer = "layer hidden size 1 kind rellu\n";
    int most = limits.programBytes();
    return Stream.concat(
        Examples.all().stream().map(Examples.Example::program),
        Stream.of(
            "(".repeat(most),
            "print " + "(".repeat(most - 6),
            network + layer.repeat((most - network.length()) / layer.length()),
            network + layer.replace("ll", "l").repeat((most - network.length()) / layer.length())));
  }
}
