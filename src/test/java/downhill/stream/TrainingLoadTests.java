package downhill.stream;

import downhill.run.FirstProgram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * How long a ball waits for its steps while a class trains networks; {@code mvn test -Dmeasure
 * -Dtest=TrainingLoadTests} tells. The client shares the machine and the virtual machine with the
 * server.
 */
@EnabledIfSystemProperty(named = "measure", matches = ".*")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TrainingLoadTests {

  private static final Logger log = LoggerFactory.getLogger(TrainingLoadTests.class);
  private static final int TRAININGS = 50;
  private static final int REQUESTS = 1000;
  private static final int STEPS = 30;
  private static final String BALL =
      "{\"objective\":{\"curve\":\"bumpy\"},\"optimizer\":{\"name\":\"adam\","
          + "\"learningRate\":0.0001},\"steps\":10000,\"tolerance\":0}";

  @LocalServerPort int port;

  @Test
  void aBallAmongTrainings() throws Exception {
    tell("warming up", answerTimes());
    tell("no training", answerTimes());
    AtomicLong rounds = new AtomicLong();
    List<TestPage> pages = new ArrayList<>();
    ExecutorService readers = Executors.newFixedThreadPool(TRAININGS);
    try {
      for (int i = 0; i < TRAININGS; i++) {
        TestPage page = new TestPage(port);
        pages.add(page);
        readers.execute(() -> train(page, rounds));
      }
      long begun = System.nanoTime();
      long before = rounds.get();
      tell(TRAININGS + " trainings of 1,797 digits", answerTimes());
      double seconds = (System.nanoTime() - begun) / 1e9;
      log.info("rounds a second, all trainings: {}", (rounds.get() - before) / seconds);
    } finally {
      readers.shutdownNow();
      pages.forEach(TestPage::close);
    }
  }

  private static void train(TestPage page, AtomicLong rounds) {
    try {
      page.say(
          "{\"type\":\"start\",\"run\":\"t\",\"spec\":%s}"
              .formatted(FirstProgram.spec(FirstProgram.digits(10_000), "", "")));
      page.next();
      while (true) {
        page.say("{\"type\":\"request\",\"run\":\"t\",\"n\":10}");
        for (int got = 0; got < 10; ) {
          int steps = page.frames.take().path("steps").size();
          got += steps;
          rounds.addAndGet(steps);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private double[] answerTimes() throws InterruptedException {
    double[] milliseconds = new double[REQUESTS];
    try (TestPage page = new TestPage(port)) {
      for (int i = 0; i < REQUESTS; i++) {
        if (i * STEPS % 9000 == 0) {
          page.say("{\"type\":\"start\",\"run\":\"a\",\"spec\":%s}".formatted(BALL));
          page.next();
        }
        long begun = System.nanoTime();
        page.say("{\"type\":\"request\",\"run\":\"a\",\"n\":%d}".formatted(STEPS));
        JsonNode frame = page.next();
        milliseconds[i] = (System.nanoTime() - begun) / 1e6;
        if (frame.path("steps").size() != STEPS) {
          throw new IllegalStateException(frame.toString());
        }
        Thread.sleep(5);
      }
    }
    return milliseconds;
  }

  private static void tell(String what, double[] milliseconds) {
    Arrays.sort(milliseconds);
    log.info(
        "{}: answer to a request for {} steps, ms: median {}, 99th percentile {}, worst {}",
        what,
        STEPS,
        round(milliseconds[REQUESTS / 2]),
        round(milliseconds[REQUESTS * 99 / 100]),
        round(milliseconds[REQUESTS - 1]));
  }

  private static double round(double x) {
    return Math.rint(100 * x) / 100;
  }
}
