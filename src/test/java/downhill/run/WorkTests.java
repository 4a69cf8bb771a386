package downhill.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.CompletableFuture;
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

  @Autowired Work work;

  @Test
  void leavesAQuarterOfThePlacesToOthers() {
    assertThat(nested(6, GREEDY, () -> asked(GREEDY, () -> "done"))).isEqualTo("refused");
    assertThat(nested(6, GREEDY, () -> asked("203.0.113.8", () -> "done"))).isEqualTo("done");
    assertThat(nested(6, GREEDY, () -> asked("", () -> "done"))).isEqualTo("done");
  }

  @Test
  void givesBackWhatWasTaken() {
    for (int i = 0; i < 20; i++) {
      assertThat(nested(5, GREEDY, () -> asked(GREEDY, () -> "done"))).isEqualTo("done");
      nested(6, GREEDY, () -> asked(GREEDY, () -> "done"));
    }
    String all = nested(6, GREEDY, () -> nested(1, "b", () -> asked("c", () -> "done")));
    assertThat(all).isEqualTo("done");
    String beyond = nested(6, GREEDY, () -> nested(2, "b", () -> asked("c", () -> "done")));
    assertThat(beyond).isEqualTo("refused");
  }

  /** Has an address hold so many places while something is done. */
  private String nested(int n, String address, Supplier<String> then) {
    return n == 0 ? then.get() : asked(address, () -> nested(n - 1, address, then));
  }

  /** Each on a thread of its own, as each request is. */
  private String asked(String address, Supplier<String> task) {
    return CompletableFuture.supplyAsync(() -> request(address, task)).join();
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
