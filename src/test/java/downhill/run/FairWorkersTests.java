package downhill.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class FairWorkersTests {

  @Test
  void whoBringsOneWaitsForOneOfTheOthersOnly() throws InterruptedException {
    List<String> done = new CopyOnWriteArrayList<>();
    CountDownLatch open = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(105);
    try (FairWorkers workers = new FairWorkers(1, "fair")) {
      workers.execute("first", () -> await(open));
      for (int i = 0; i < 100; i++) {
        workers.execute("greedy", () -> note("greedy", done, over));
      }
      for (String modest : List.of("a", "b", "a", "b", "c")) {
        workers.execute(modest, () -> note(modest, done, over));
      }
      open.countDown();
      over.await();
    }
    assertThat(done.subList(0, 7)).containsExactly("greedy", "a", "b", "c", "greedy", "a", "b");
    assertThat(done.subList(7, 105)).containsOnly("greedy");
  }

  private static void note(String who, List<String> done, CountDownLatch over) {
    done.add(who);
    over.countDown();
  }

  private static void await(CountDownLatch open) {
    try {
      open.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
