package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What drawing costs, measured and not judged: a noisy machine must not fail a build. Run it by
 * {@code mvn verify -Dmeasure -Dtest=FrameCostBrowserTests -Dsurefire.failIfNoSpecifiedTests=false}
 * and read the log.
 */
@EnabledIfSystemProperty(named = "measure", matches = ".*")
class FrameCostBrowserTests extends BrowserTest {

  private static final Logger LOG = LoggerFactory.getLogger(FrameCostBrowserTests.class);
  private static final String SLOW =
      "/sims/three-rates?curve=gentle-valley&start=8&learningRate=0.001,0.002,0.003&steps=5000";
  private static final int HISTORY = 1000;
  private static final int SLOWER = 4;
  private static final int WATCHED_MS = 6000;

  @Test
  void threePanelsWithAThousandStepsOnASlowProcessor() {
    Page page = visit(SLOW);
    SimPage sim = new SimPage(page);
    sim.part("pace").selectOption("16");
    sim.button("Roll").click();
    sim.reach(HISTORY);
    measure(sim, "pace 16");
    sim.part("pace").selectOption("1");
    measure(sim, "pace 1");
  }

  @Test
  void fromRollPressedToTheFirstStepDrawn() {
    List<Double> waits = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      SimPage sim = new SimPage(visit("/sims/roll"));
      Object wait =
          sim.page.evaluate(
              "() => new Promise(done => { const stage ="
                  + " document.querySelector('downhill-roll').stage; const { picture } ="
                  + " stage.panels[0]; const at = picture.drawn.ball.w; const began ="
                  + " performance.now(); document.querySelector('[data-part=roll]').click();"
                  + " (function look() { if (picture.drawn.ball.w !== at) done(performance.now() -"
                  + " began); else requestAnimationFrame(look); })(); })");
      waits.add(SimPage.number(wait).doubleValue());
    }
    report("Roll pressed to first move drawn, ms (connection opened within)", waits);
    assertThat(waits).hasSize(9);
  }

  /** Main-thread work between one animation frame and the next, by Chromium's own trace. */
  private static void measure(SimPage sim, String name) {
    CDPSession session = sim.page.context().newCDPSession(sim.page);
    JsonObject rate = new JsonObject();
    rate.addProperty("rate", SLOWER);
    session.send("Emulation.setCPUThrottlingRate", rate);
    sim.page.waitForTimeout(500);
    List<JsonObject> events = trace(session, sim.page);
    rate.addProperty("rate", 1);
    session.send("Emulation.setCPUThrottlingRate", rate);
    session.detach();
    List<Double> frames = new ArrayList<>();
    List<Double> work = new ArrayList<>();
    collect(events, frames, work);
    assertThat(frames).hasSizeGreaterThan(10);
    double seconds = (frames.get(frames.size() - 1) - frames.get(0)) / 1e6;
    LOG.info(
        "{}: {} frames a second",
        name,
        String.format(Locale.ROOT, "%.1f", frames.size() / seconds));
    report(name + ": main-thread work per frame, ms, processor slowed " + SLOWER + " times", work);
  }

  private static List<JsonObject> trace(CDPSession session, Page page) {
    List<JsonObject> events = new ArrayList<>();
    AtomicBoolean complete = new AtomicBoolean();
    session.on(
        "Tracing.dataCollected",
        data -> {
          for (JsonElement event : data.getAsJsonArray("value")) {
            events.add(event.getAsJsonObject());
          }
        });
    session.on("Tracing.tracingComplete", data -> complete.set(true));
    JsonObject options = new JsonObject();
    options.addProperty("categories", "toplevel,devtools.timeline,__metadata");
    session.send("Tracing.start", options);
    page.waitForTimeout(WATCHED_MS);
    session.send("Tracing.end");
    page.waitForCondition(complete::get, new Page.WaitForConditionOptions().setTimeout(60_000));
    return events;
  }

  private static void collect(List<JsonObject> events, List<Double> frames, List<Double> work) {
    events.sort((a, b) -> Double.compare(time(a), time(b)));
    String main =
        events.stream()
            .filter(event -> name(event).equals("FireAnimationFrame"))
            .map(FrameCostBrowserTests::thread)
            .findFirst()
            .orElseThrow();
    double sum = 0;
    double busyUntil = 0;
    for (JsonObject event : events) {
      if (!thread(event).equals(main)) {
        continue;
      }
      if (name(event).equals("FireAnimationFrame")) {
        if (!frames.isEmpty()) {
          work.add(sum / 1000);
        }
        frames.add(time(event));
        sum = 0;
      } else if (name(event).endsWith("RunTask") && event.has("dur") && time(event) >= busyUntil) {
        double length = event.get("dur").getAsDouble();
        busyUntil = time(event) + length;
        sum += length;
      }
    }
  }

  private static void report(String what, List<Double> values) {
    Collections.sort(values);
    LOG.info(
        "{}: median {}, 95th percentile {} ({} values)",
        what,
        String.format(Locale.ROOT, "%.1f", values.get(values.size() / 2)),
        String.format(Locale.ROOT, "%.1f", values.get((int) (values.size() * 0.95))),
        values.size());
  }

  private static String name(JsonObject event) {
    return event.get("name").getAsString();
  }

  private static double time(JsonObject event) {
    return event.has("ts") ? event.get("ts").getAsDouble() : 0;
  }

  private static String thread(JsonObject event) {
    return event.get("pid") + "/" + event.get("tid");
  }
}
