package downhill.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import downhill.browser.BrowserTest;
import downhill.browser.SimPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Our own pages, in a real browser, over https, on two instances of which one is killed. */
class TwoInstancesBrowserTests extends BrowserTest {

  private static final String LONG =
      "/sims/roll?curve=gentle-valley&start=8&learningRate=0.05&steps=1000";

  @Test
  void theBallRollsOnWhereItsInstanceIsKilled() throws Exception {
    try (Instance other = new Instance();
        Nginx nginx = new Nginx(port, other.port())) {
      List<String> closed = new ArrayList<>();
      // The second is put where the first is not.
      List<SimPage> pages = List.of(rolling(nginx, closed), rolling(nginx, closed));
      assertThat(closed).isEmpty();
      other.kill();
      for (SimPage page : pages) {
        page.reach(14);
        List<Map<String, Object>> steps = page.steps(0);
        assertThat(steps).isEqualTo(page.stepsOfApi(0).subList(0, steps.size()));
      }
      assertThat(closed).hasSize(1);
    }
  }

  private SimPage rolling(Nginx nginx, List<String> closed) {
    Page page = window(desk().setIgnoreHTTPSErrors(true)).newPage();
    watch().expect("WebSocket connection");
    page.onWebSocket(socket -> socket.onClose(gone -> closed.add(gone.url())));
    page.navigate("https://localhost:" + nginx.port() + LONG);
    SimPage sim = new SimPage(page);
    sim.button("Roll").click();
    sim.reach(3);
    return sim;
  }
}
