package downhill.stream;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.run.Limits;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whom the gate lets in where nobody has set a limit. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AdmissionTests {

  private static final String SCHOOL = "198.51.100.20";
  private static final String ELSEWHERE = "198.51.100.21";

  @Autowired Gate gate;
  @Autowired Limits limits;
  private final MockHttpServletResponse answer = new MockHttpServletResponse();
  private int atSchool;
  private int elsewhere;

  /** The pages of the tests before leave in their own time. */
  @BeforeEach
  void nobodyIsThere() throws InterruptedException {
    for (int i = 0; i < 2000 && gate.counted() > 0; i++) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  @AfterEach
  void leave() {
    IntStream.range(0, atSchool).forEach(i -> gate.uncount(SCHOOL));
    IntStream.range(0, elsewhere).forEach(i -> gate.uncount(ELSEWHERE));
    assertThat(gate.counted()).isZero();
  }

  @Test
  void aWholeSchoolBehindOneAddressGetsIn() throws Exception {
    comeToSchool(1000);
    assertThat(gate.letsIn(from(SCHOOL), answer)).isTrue();
  }

  @Test
  void anAddressAloneDoesNotFillTheServer() throws Exception {
    comeToSchool(limits.connectionsPerAddress());
    assertThat(gate.letsIn(from(SCHOOL), answer)).isFalse();
    assertThat(answer.getStatus()).isEqualTo(429);
    assertThat(answer.getContentAsString())
        .contains(String.valueOf(limits.connectionsPerAddress()), "too-busy");
    assertThat(gate.letsIn(from(ELSEWHERE), answer)).isTrue();
  }

  @Test
  void aFullServerSaysSoAndWhenToComeBack() throws Exception {
    comeToSchool(1);
    elsewhere = limits.connections() - 1;
    IntStream.range(0, elsewhere).forEach(i -> gate.count(ELSEWHERE));
    assertThat(gate.letsIn(from(SCHOOL), answer)).isFalse();
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
    assertThat(answer.getContentType()).isEqualTo("application/problem+json");
    assertThat(answer.getContentAsString())
        .contains(String.valueOf(limits.connections()), "too-busy");
  }

  private void comeToSchool(int n) {
    atSchool = n;
    IntStream.range(0, n).forEach(i -> gate.count(SCHOOL));
  }

  private static MockHttpServletRequest from(String address) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/ws/runs");
    request.setRemoteAddr(address);
    return request;
  }
}
