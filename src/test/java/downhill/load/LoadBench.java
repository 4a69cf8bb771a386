package downhill.load;

import downhill.fault.WholeRun;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/**
 * Measures what a class costs the server: pages that roll, then the same with some that do not
 * read, and in the same run a bare server of frames. This process is the class.
 */
final class LoadBench {

  private static final int FEW = 100;
  private static final int FILES_BESIDE = 200;

  private final Scene scene;
  private final Report report = new Report();

  private LoadBench(Scene scene) {
    this.scene = scene;
  }

  /** Takes words as {@link Scene} names them. */
  public static void main(String[] args) throws IOException, InterruptedException {
    new LoadBench(Scene.of(args)).measure();
  }

  private void measure() throws IOException, InterruptedException {
    refuseMoreThanFilesAllow();
    report.say(
        "%d pages, %d steps a second each, %d s; %s; %s",
        scene.connections(),
        Scene.RATE,
        scene.seconds(),
        scene.spec(0),
        scene.alike() ? "all play this" : "each its own seed");
    report.say(
        "load before: %s; %d processors; Java %s",
        Report.load(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"));
    Path steps = Files.createTempFile("steps", ".json");
    double ours;
    try {
      try (Served server = Served.application(scene)) {
        Files.write(steps, steps(server.address()));
        ours = measure("Downhill", server, true);
      }
      if (scene.yardstick()) {
        try (Served server = Served.yardstick(scene, steps)) {
          double theirs = measure("bare Netty, a frame a step", server, false);
          report.say("%nprocessor time a step, theirs to ours: %.1f", theirs / ours);
        }
      }
    } finally {
      Files.delete(steps);
    }
    report.say("load after: %s", Report.load());
  }

  private double measure(String name, Served server, boolean pulls)
      throws IOException, InterruptedException {
    report.say("%n%s", name);
    warmUp(server, pulls);
    Served.Memory empty = server.memory();
    double cost;
    try (Crowd crowd = new Crowd(server.address(), scene, pulls)) {
      crowd.come(scene.connections());
      crowd.pass(2);
      tell("open", server.memory(), empty);
      crowd.roll();
      crowd.pass(scene.warm());
      cost = roll("all read", server, crowd);
      if (pulls && scene.stalled() > 0) {
        crowd.comeStalled(scene.stalledPages());
        roll(scene.stalledPages() + " more do not read", server, crowd);
        tell(crowd);
      }
      crowd.pause();
      crowd.pass(2);
      tell("paused", server.memory(), empty);
    }
    Thread.sleep(2000);
    tell("gone", server.memory(), empty);
    return cost;
  }

  /** The same with few, so that what is loaded and compiled only once is there. */
  private void warmUp(Served server, boolean pulls) throws IOException {
    try (Crowd few = new Crowd(server.address(), scene, pulls)) {
      few.come(Math.min(FEW, scene.connections()));
      few.roll();
      few.pass(scene.warm());
    }
  }

  private double roll(String name, Served server, Crowd crowd) throws IOException {
    crowd.tally.clear();
    double cpu = server.cpuSeconds();
    long begun = System.nanoTime();
    crowd.pass(scene.seconds());
    double seconds = (System.nanoTime() - begun) / 1e9;
    double used = server.cpuSeconds() - cpu;
    Tally tally = crowd.tally;
    double cost = 1e6 * used / tally.steps();
    report.say(
        "  %s: %.0f frames/s, %.0f steps/s, %.1f steps a frame",
        name,
        tally.frames() / seconds,
        tally.steps() / seconds,
        tally.steps() / (double) tally.frames());
    report.say(
        "    processor: %.2f s per million steps, %.0f %% of one", cost, 100 * used / seconds);
    if (tally.answer(1) > 0) {
      report.say(
          "    answer to a request: p50 %.2f, p99 %.2f, max %.2f ms",
          tally.answer(0.5), tally.answer(0.99), tally.answer(1));
      report.say(
          "    at hand when the next came: least %d, mean %.1f steps",
          tally.aheadLeast(), tally.aheadMean());
      report.say(
          "    fell behind: %d pages, at most by %.0f ms; errors: %d; cut off: %s",
          tally.fallenBehind(), tally.latest(), tally.errors(), tally.cuts());
    }
    return cost;
  }

  private void tell(String name, Served.Memory now, Served.Memory empty) {
    report.say(
        "  %s: %.1f KB a connection, %.1f of it in the heap; %d MB resident, %d threads",
        name,
        now.perConnection(empty, scene.connections()) / 1024,
        (now.live() - empty.live()) / 1024.0 / scene.connections(),
        now.resident() >> 20,
        now.threads());
  }

  private void tell(Crowd crowd) {
    long closed = crowd.stalled().stream().filter(Stalled::isClosed).count();
    double last =
        crowd.stalled().stream()
            .filter(Stalled::isClosed)
            .mapToDouble(Stalled::closedAfter)
            .max()
            .orElse(0);
    report.say("    of these closed: %d, the last after %.1f s", closed, last);
  }

  /** The first steps of a run, for the yardstick to send. */
  private Iterable<String> steps(InetSocketAddress server)
      throws IOException, InterruptedException {
    String spec = scene.spec(0).replace("\"steps\":" + Scene.STEPS, "\"steps\":1000");
    return WholeRun.of(server.getPort(), spec)
        .path("steps")
        .valueStream()
        .map(JsonNode::toString)
        .toList();
  }

  private void refuseMoreThanFilesAllow() throws IOException {
    String limit =
        Files.readAllLines(Path.of("/proc/self/limits")).stream()
            .filter(line -> line.startsWith("Max open files"))
            .findFirst()
            .orElseThrow()
            .split("\\s+")[3];
    int needed = scene.connections() + scene.stalledPages() + FILES_BESIDE;
    if (!limit.equals("unlimited") && needed > Long.parseLong(limit)) {
      throw new IllegalArgumentException(
          "so many pages need " + needed + " open files, and ulimit -n is " + limit);
    }
  }
}
