package downhill.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = "downhill.limits.work-in-flight=8")
class WorkTests {

  private static final String GREEDY = "203.0.113.7";
  private static final String OTHER = "203.0.113.8";

  @Autowired Work work;

  @Test
  void leavesAQuarterOfThePlacesToOthers() throws Exception {
    assertThat(askedBeside(6, 0, GREEDY)).isEqualTo("refused");
    assertThat(askedBeside(6, 0, OTHER)).isEqualTo("done");
    assertThat(askedBeside(6, 1, OTHER)).isEqualTo("done");
    assertThat(askedBeside(6, 2, OTHER)).isEqualTo("refused");
    assertThat(askedBeside(6, 0, "")).isEqualTo("done");
  }

  @Test
  void givesBackWhatWasTaken() throws Exception {
    for (int i = 0; i < 20; i++) {
      assertThat(askedBeside(5, 0, GREEDY)).isEqualTo("done");
      assertThat(askedBeside(6, 0, GREEDY)).isEqualTo("refused");
    }
  }

  @Test
  void whatIsThrownComesToWhoAsked() {
    assertThatThrownBy(() -> work.during(WorkTests::overflow))
        .isInstanceOf(StackOverflowError.class);
    assertThat(work.underWay()).isZero();
  }

  private static String overflow() {
    throw new StackOverflowError();
  }

  /** What is answered to an address while others have so many pieces of work under way. */
  private String askedBeside(int greedy, int other, String address) throws Exception {
    CountDownLatch open = new CountDownLatch(1);
    List<CompletableFuture<String>> held = new ArrayList<>();
    for (int i = 0; i < greedy + other; i++) {
      held.add(asked(i < greedy ? GREEDY : OTHER, () -> await(open)));
    }
    while (work.underWay() < greedy + other) {
      Thread.onSpinWait();
    }
    CompletableFuture<String> answer = asked(address, () -> "done");
    while (work.underWay() == greedy + other && !answer.isDone()) {
      Thread.onSpinWait();
    }
    open.countDown();
    for (CompletableFuture<String> each : held) {
      assertThat(each.get()).isEqualTo("opened");
    }
    return answer.get();
  }

  private static String await(CountDownLatch open) {
    try {
      open.await();
      return "opened";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Each on a thread of its own, as each request is. */
  private CompletableFuture<String> asked(String address, Supplier<String> task) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Thread thread = new Thread(() -> answer.complete(request(address, task)));
    thread.start();
    return answer;
  }

  private String request(String address, Supplier<String> task) {
    if (!address.isEmpty()) {
      MockHttpServletRequest request = new MockHttpServletRequest();
      request.setRemoteAddr(address);
      RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }
    try {
      Refused[] refused = new Refused[1];
      String[] done = new String[1];
      refused[0] = catchThrowableOfType(Refused.class, () -> done[0] = work.during(task));
      return refused[0] == null ? done[0] : "refused";
    } finally {
      RequestContextHolder.resetRequestAttributes();
    }
  }
}
