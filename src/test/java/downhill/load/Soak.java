package downhill.load;

import downhill.fault.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A class that plays for long on lines that fail again and again, and holds every step it is sent
 * to what {@code /api/runs} says. This process is the class and its lines.
 */
final class Soak {

  private static final Duration LONGEST_DELAY = Duration.ofMillis(400);
  private static final long TICK_MS = 50;
  private static final int PROGRESS_MINUTES = 5;

  /** Twice the heartbeat, after which the service knows that nobody is there any more. */
  private static final int LONGEST_LEAVING_S = 70;

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final int SHOWN = 20;

  private final Report report = new Report();
  private final int minutes;
  private final int pages;
  private final int every;
  private final SplittableRandom chance;
  private final Scene scene;
  private final List<Guest> guests = new ArrayList<>();
  private final Map<Fault.Kind, Integer> storms = new EnumMap<>(Fault.Kind.class);
  private final Map<Fault.Kind, Integer> struck = new EnumMap<>(Fault.Kind.class);
  private int kinds;

  private Soak(Words words) {
    minutes = words.taken("minutes", 30);
    pages = words.taken("pages", 300);
    every = words.taken("every", 10);
    chance = new SplittableRandom(words.taken("seed", 1));
    scene =
        Scene.of(
            "jar=" + words.taken("jar", "target/downhill-0.1.0-SNAPSHOT.jar"),
            "port=" + words.taken("port", 0),
            "connections=" + pages);
    words.refuseTheRest();
  }

  /**
   * Takes the words {@code minutes}, {@code pages}, {@code every} (seconds between two faults),
   * {@code seed}, {@code jar} and {@code port}. Fails where a step was not as it should be or a
   * connection was left over.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (!new Soak(new Words(args)).holds()) {
      System.exit(1);
    }
    System.exit(0);
  }

  private boolean holds() throws IOException, InterruptedException {
    report.say(
        "%d pages for %d minutes, a fault every %d s; load %s",
        pages, minutes, every, Report.load());
    try (Served server = Served.application(scene)) {
      int port = server.address().getPort();
      warmUp(port);
      tell("at the start", server.memory());
      for (int i = 0; i < pages; i++) {
        guests.add(new Guest(port, chance.split()));
      }
      weather(server);
      long found = 0;
      for (Guest guest : guests) {
        found += guest.leave();
      }
      int left = left(port);
      tell("at the end", server.memory());
      tellWhatHappened(found);
      meters(port).lines().filter(line -> line.startsWith("downhill_hung_up")).forEach(report::say);
      report.say("connections left over: %d; load %s", left, Report.load());
      return found == 0 && left == 0;
    }
  }

  /** A few pages on lines without faults, so that what is loaded only once is there. */
  private void warmUp(int port) throws IOException, InterruptedException {
    for (int i = 0; i < scene.connections() / 10; i++) {
      try (Guest few = new Guest(port, new SplittableRandom(i))) {
        for (int n = 0; n < 5; n++) {
          few.tick();
          TimeUnit.MILLISECONDS.sleep(TICK_MS);
        }
      }
    }
    left(port);
  }

  private void weather(Served server) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    long end = begun + TimeUnit.MINUTES.toNanos(minutes);
    long storm = begun + TimeUnit.SECONDS.toNanos(every);
    long progress = begun + TimeUnit.MINUTES.toNanos(PROGRESS_MINUTES);
    for (long now = begun; now < end; now = System.nanoTime()) {
      if (now >= storm) {
        storm += TimeUnit.SECONDS.toNanos(every);
        strike();
      }
      if (now >= progress) {
        progress += TimeUnit.MINUTES.toNanos(PROGRESS_MINUTES);
        tellLater("after " + TimeUnit.NANOSECONDS.toMinutes(now - begun) + " minutes", server);
      }
      for (Guest guest : guests) {
        guest.tick();
      }
      TimeUnit.MILLISECONDS.sleep(TICK_MS);
    }
  }

  /** One fault for some pages, or for all. */
  private void strike() {
    Fault.Kind kind = Fault.Kind.values()[kinds++ % Fault.Kind.values().length];
    Fault fault = Fault.any(kind, chance, LONGEST_DELAY);
    double share = chance.nextInt(6) == 0 ? 1 : 0.5 * chance.nextDouble();
    boolean stays = chance.nextInt(4) == 0;
    storms.merge(kind, 1, Integer::sum);
    for (Guest guest : guests) {
      if (chance.nextDouble() < share) {
        struck.merge(kind, 1, Integer::sum);
        guest.strike(fault, stays);
      } else {
        guest.clear();
      }
    }
  }

  private void tellWhatHappened(long found) {
    report.say("faults, and the pages that they struck:");
    storms.forEach(
        (kind, n) -> report.say("  %s: %d, %d pages", kind, n, struck.getOrDefault(kind, 0)));
    report.say(
        "runs ended: %d; resumed on another connection: %d; steps compared: %d; differences: %d",
        guests.stream().mapToLong(Guest::ended).sum(),
        guests.stream().mapToLong(Guest::resumes).sum(),
        guests.stream().mapToLong(Guest::compared).sum(),
        found);
    guests.stream()
        .flatMap(guest -> guest.differences().stream())
        .limit(SHOWN)
        .forEach(difference -> report.say("  %s", difference));
  }

  /** Beside the pages, which do not wait for it. */
  private void tellLater(String when, Served server) {
    Thread teller =
        new Thread(
            () -> {
              try {
                tell(when, server.memory());
              } catch (IOException | InterruptedException e) {
                report.say("%s: %s", when, e);
              }
            });
    teller.setDaemon(true);
    teller.start();
  }

  private void tell(String when, Served.Memory memory) {
    report.say(
        "%s: %.1f MB of heap, %d MB resident, %d threads, %d files",
        when, memory.live() / 1048576.0, memory.resident() >> 20, memory.threads(), memory.files());
  }

  /** How many connections are left once all have had the time to be found gone. */
  private int left(int port) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    int left = connections(port);
    while (left > 0 && System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(LONGEST_LEAVING_S)) {
      TimeUnit.MILLISECONDS.sleep(200);
      left = connections(port);
    }
    return left;
  }

  private static int connections(int port) throws IOException, InterruptedException {
    Matcher line = Pattern.compile("(?m)^downhill_connections (\\d+)").matcher(meters(port));
    if (!line.find()) {
      throw new IllegalStateException("it does not tell its connections");
    }
    return Integer.parseInt(line.group(1));
  }

  private static String meters(int port) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
