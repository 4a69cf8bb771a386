package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import downhill.fault.Fault;
import downhill.fault.Line;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page's one connection: when it opens, what it asks, and what happens when it is cut. */
class ConnectionBrowserTests extends BrowserTest {

  private static final String LONG =
      "/sims/roll?curve=gentle-valley&start=8&learningRate=0.05&steps=1000";

  private static final String SHORT =
      "/sims/roll?curve=gentle-valley&start=5&learningRate=0.05&steps=120";

  @Test
  void opensWithTheFirstStepAndNotBefore() {
    BrowserContext window = window(desk());
    List<String> opened = new ArrayList<>();
    window.onPage(page -> page.onWebSocket(socket -> opened.add(socket.url())));
    SimPage sim = open(window, "/sims/three-rates");
    sim.dragRate(400, 420);
    sim.button("New start").click();
    sim.frames(20);
    assertThat(opened).isEmpty();
    sim.step();
    sim.button("Roll").click();
    sim.reach(4);
    assertThat(opened).hasSize(1);
  }

  @Test
  void goesOnFromTheSameStepAfterACut() {
    try (Line line = new Line(URI.create(address("/")).getPort())) {
      Page page = window(desk()).newPage();
      watch().expect("ERR_CONNECTION|ERR_EMPTY_RESPONSE|WebSocket connection");
      List<String> sent = new ArrayList<>();
      page.onWebSocket(socket -> socket.onFrameSent(frame -> sent.add(frame.text())));
      page.navigate("http://localhost:" + line.port() + LONG);
      SimPage sim = new SimPage(page);
      sim.listen();
      for (int reached = 5; reached < 30; reached += 10) {
        if (reached == 5) {
          sim.button("Roll").click();
        }
        sim.reach(reached);
        line.cut();
      }
      sim.reach(35);
      List<Map<String, Object>> steps = sim.steps(0);
      assertThat(steps).isEqualTo(sim.stepsOfApi(0).subList(0, steps.size()));
      List<String> starts = sent.stream().filter(text -> text.contains("\"start\"")).toList();
      assertThat(starts.size()).isGreaterThan(3);
      assertThat(starts.stream().skip(1))
          .allSatisfy(start -> assertThat(start).doesNotContain("\"from\":0}"));
      sim.waitFor("s.element.querySelector('[data-part=connection]').hidden");
      sim.hear("connection is back");
    }
  }

  /** A reset is told at once; of a black hole nobody is told, and the page must find it out. */
  @Test
  void comesToTheSameEndThroughAResetAndABlackHole() {
    Fault reset = Fault.of(Fault.Kind.RESET, Fault.Way.TO_PAGE);
    try (Line line = new Line(URI.create(address("/")).getPort())) {
      Page page = window(desk()).newPage();
      watch().expect("ERR_CONNECTION|ERR_EMPTY_RESPONSE|WebSocket connection");
      page.navigate("http://localhost:" + line.port() + SHORT);
      SimPage sim = new SimPage(page);
      sim.listen();
      sim.part("pace").selectOption("4");
      sim.button("Roll").click();
      sim.reach(10);
      line.strike(reset);
      sim.reach(40);
      line.expect(() -> List.of(reset));
      line.strike(Fault.of(Fault.Kind.BLACK_HOLE, Fault.Way.TO_PAGE));
      sim.waitFor("s.element.querySelector('[data-part=connection]').textContent.includes('lost')");
      assertThat(sim.part("connection").isVisible()).isTrue();
      line.expect(List::of);
      sim.end();
      sim.hear("connection is back");
      assertThat(sim.part("connection").isVisible()).isFalse();
      SimPage whole = new SimPage(visit(SHORT));
      whole.part("pace").selectOption("16");
      whole.button("Roll").click();
      whole.end();
      assertThat(sim.steps(0)).isEqualTo(sim.stepsOfApi(0)).isEqualTo(whole.steps(0));
      assertThat(sim.look("p.ride.journey.ending.message"))
          .isEqualTo(whole.look("p.ride.journey.ending.message"));
      assertThat(sim.part("table").innerText()).isEqualTo(whole.part("table").innerText());
    }
  }

  @Test
  void saysThatTheConnectionIsLostAndTakesItBack() {
    Line line = new Line(URI.create(address("/")).getPort());
    Page page = window(desk()).newPage();
    watch().expect("ERR_CONNECTION|ERR_EMPTY_RESPONSE|WebSocket connection");
    page.navigate("http://localhost:" + line.port() + LONG);
    SimPage sim = new SimPage(page);
    sim.button("Roll").click();
    sim.reach(3);
    line.close();
    sim.waitFor("s.element.querySelector('[data-part=connection]').textContent.includes('lost')");
    sim.setRate("-1");
    assertThat(sim.part("notice").textContent()).contains("-1");
    sim.setRate("0.04");
    assertThat(sim.part("notice").isVisible()).isFalse();
    assertThat(sim.part("connection").isVisible()).isTrue();
    assertThat(SimPage.number(sim.look("p.ride.journey.last.k")).intValue()).isGreaterThan(2);
  }

  @Test
  void offTheScreenItStopsAsking() {
    SimPage sim = new SimPage(visit(LONG));
    List<String> sent = new ArrayList<>();
    sim.page.onWebSocket(socket -> socket.onFrameSent(frame -> sent.add(frame.text())));
    sim.part("pace").selectOption("4");
    sim.button("Roll").click();
    sim.reach(8);
    sim.page.evaluate(
        "() => { const far = document.createElement('div'); far.style.height = '9000px';"
            + " document.body.append(far); scrollTo(0, 9000); }");
    sim.page.waitForTimeout(400);
    Object k = sim.look("s.outing.player.position");
    int asked = sent.size();
    sim.page.waitForTimeout(1500);
    assertThat(sent).hasSize(asked);
    assertThat(sim.look("s.outing.player.position")).isEqualTo(k);
    sim.page.evaluate("scrollTo(0, 0)");
    sim.reach(SimPage.number(k).intValue() + 50);
    assertThat(sent.size()).isGreaterThan(asked);
  }

  @Test
  void neverAsksForMuchMoreThanASecondAhead() {
    SimPage sim = new SimPage(visit(LONG));
    sim.button("Roll").click();
    sim.reach(12);
    double ahead =
        SimPage.number(sim.look("p.ride.journey.last.k - s.outing.player.position")).doubleValue();
    // Four steps a second: more are asked for when five are left, and then eight.
    assertThat(ahead).isBetween(0.0, 13.0);
  }

  private SimPage open(BrowserContext window, String path) {
    Page page = window.newPage();
    page.navigate(address(path));
    return new SimPage(page);
  }
}
