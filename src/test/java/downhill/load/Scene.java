package downhill.load;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is measured; each member is set by a word {@code name=value}.
 *
 * @param jar the application
 * @param port where the first server listens, the second one above it; 0 for any that is free
 * @param connections pages, each with one run
 * @param seconds how long each measurement lasts
 * @param warm how long the pages roll before it
 * @param press the time within which all readers press Roll, in seconds
 * @param stalled the share of pages that ask and do not read, in a second measurement; 0 for none
 * @param objective of every run, as JSON
 * @param optimizer of every run, as JSON
 * @param alike whether all pages play the same run, as a class does that presses Roll together, or
 *     each one of its own
 * @param within a command that both servers are run by, in its own process, with commas between; a
 *     control group that limits the memory, say
 * @param jvm options of both servers' virtual machines, with commas between
 * @param yardstick whether to measure the yardstick, too
 */
record Scene(
    String jar,
    int port,
    int connections,
    int seconds,
    int warm,
    double press,
    double stalled,
    String objective,
    String optimizer,
    boolean alike,
    String within,
    String jvm,
    boolean yardstick) {

  /** Steps a second: pace 7.5 of a sim. */
  static final int RATE = 30;

  /** A run's last step. */
  static final int STEPS = 10_000;

  /** All memory of the heap is touched at the start, so that only what is beside it can grow. */
  private static final String JVM =
      "-Xms384m,-Xmx384m,-XX:+AlwaysPreTouch,-XX:+UseSerialGC,-XX:-UsePerfData";

  static Scene of(String... words) {
    Words said = new Words(words);
    Scene scene =
        new Scene(
            said.taken("jar", "target/downhill-0.1.0-SNAPSHOT.jar"),
            said.taken("port", 0),
            said.taken("connections", 1000),
            said.taken("seconds", 20),
            said.taken("warm", 10),
            said.taken("press", 1.0),
            said.taken("stalled", 0.05),
            said.taken("objective", "{\"curve\":\"bumpy\"}"),
            said.taken("optimizer", "{\"name\":\"sgd\",\"learningRate\":0.0001}"),
            Boolean.parseBoolean(said.taken("alike", "true")),
            said.taken("within", ""),
            said.taken("jvm", JVM),
            Boolean.parseBoolean(said.taken("yardstick", "true")));
    said.refuseTheRest();
    return scene;
  }

  /** How a server is started, but for what it is. */
  List<String> command() {
    return Stream.of(
            words(within), Stream.of(System.getProperty("java.home") + "/bin/java"), words(jvm))
        .flatMap(each -> each)
        .toList();
  }

  private static Stream<String> words(String listed) {
    return Arrays.stream(listed.split(",")).filter(word -> !word.isEmpty());
  }

  /**
   * It never settles, so that a page can go on.
   *
   * @param page whose it is, from 0
   */
  String spec(int page) {
    return "{\"objective\":%s,\"optimizer\":%s,\"seed\":%d,\"steps\":%d,\"tolerance\":0}"
        .formatted(objective, optimizer, alike ? 0 : page, STEPS);
  }

  int stalledPages() {
    return (int) Math.ceil(connections * stalled);
  }
}
