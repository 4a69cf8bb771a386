package downhill.browser;

import static downhill.browser.SimPage.at;
import static downhill.browser.SimPage.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Arithmetic: the one line of maths, and where each of its numbers lives. */
class ArithmeticBrowserTests extends BrowserTest {

  private static final Logger LOG = LoggerFactory.getLogger(ArithmeticBrowserTests.class);

  private static final String SIM = "/sims/arithmetic?curve=bumpy&start=3&learningRate=0.05&";

  /** What rounding to three decimals comes to, divided by as little as a tenth. */
  private static final double ROUNDED = 0.02;

  /** The same of three significant digits. */
  private static final double SHARE = 0.005;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "optimizer=sgd",
        "optimizer=sgd&sign=plus",
        "optimizer=momentum",
        "optimizer=momentum&sign=plus",
        "optimizer=adam",
        "optimizer=adam&sign=plus",
      })
  void everyLineAddsUpAtEveryStep(String rule) {
    SimPage sim = new SimPage(visit(SIM + rule));
    for (int k = 0; k < 4; k++) {
      sim.rest(k);
      boolean plain = rule.startsWith("optimizer=sgd");
      sim.waitFor(plain + " || s.panels[0].ride.journey.last.k > " + k);
      sim.frames(3);
      List<Locator> lines = sim.page.locator("[data-part=arithmetic] .line").all();
      assertThat(lines).hasSize(rule.contains("adam") ? 5 : rule.contains("momentum") ? 2 : 1);
      lines.forEach(ArithmeticBrowserTests::addsUp);
      String next = sim.page.locator(".line mn[data-symbol=next]").textContent();
      sim.step();
      assertThat(number(sim.look("p.ride.journey.step(" + (k + 1) + ").w[0]")).doubleValue())
          .isCloseTo(value(next), within(0.0006));
    }
  }

  /** A line of MathML as what a calculator would be given. */
  private static final String READ =
      "line => { const read = node => { const inner = [...node.children].map(read); switch"
          + " (node.localName) { case 'msqrt': return `Math.sqrt(${inner.join('')})`; case 'msup':"
          + " return `(${inner[0]})**(${inner[1]})`; default: return inner.length ? inner.join('')"
          + " : node.textContent; } }; return read(line).replace(/\\s/g, '').replaceAll('−', '-')"
          + ".replace('×10⁻⁸', 'e-8').replaceAll('×', '*'); }";

  /** What stands between the first equals sign and the last comes to what stands behind it. */
  private static void addsUp(Locator line) {
    String[] sides = line.evaluate(READ).toString().split("=");
    assertThat(sides).hasSize(3);
    double written = value(sides[2]);
    assertThat(number(line.page().evaluate(sides[1])).doubleValue())
        .as(sides[1])
        .isCloseTo(written, within(Math.max(ROUNDED, SHARE * Math.abs(written))));
  }

  private static double value(String text) {
    return Double.parseDouble(text.strip().replace('−', '-').replace("×10⁻", "e-"));
  }

  @ParameterizedTest
  @CsvSource({"w, w", "gradient, gradient", "alpha, alpha", "next, next", "sign, sign"})
  void aSymbolItsMarkAndItsRowLightUpTogether(String focused, String lit) {
    SimPage sim = new SimPage(visit(SIM + "optimizer=sgd"));
    String before = (String) painted(sim);
    sim.page.locator(".line [data-symbol=" + focused + "]").first().focus();
    sim.frames(2);
    assertThat(sim.page.locator("[data-sim]").getAttribute("data-lit")).isEqualTo(lit);
    assertThat(sim.page.locator(".symbols tr[data-symbol=" + lit + "][data-lit]").count()).isOne();
    assertThat(painted(sim)).as("the picture").isNotEqualTo(before);
    sim.page.locator(".symbols tr[data-symbol=alpha] i").focus();
    assertThat(sim.page.locator(".line mn[data-symbol=alpha][data-lit]").count()).isOne();
  }

  private static Object painted(SimPage sim) {
    return sim.page.evaluate(
        "[...document.querySelectorAll('[data-part=picture] canvas')].at(-1).toDataURL()");
  }

  /** The run that the switch begins is the engine's: its steps are those of the API's CSV. */
  @ParameterizedTest
  @ValueSource(strings = {"sgd", "momentum", "adam"})
  void theSwitchSendsTheBallUphillByARunOfTheEngine(String rule) {
    SimPage down = new SimPage(visit(SIM + "optimizer=" + rule));
    down.page.locator("input[name=sign]").focus();
    down.page.keyboard().press("Space");
    down.page.waitForURL("**sign=plus**");
    SimPage sim = new SimPage(down.page);
    assertThat(sim.page.evaluate("document.activeElement.name")).isEqualTo("sign");
    List<String> raw = sim.csv();
    sim.part("pace").selectOption("16");
    sim.button("Roll").click();
    sim.end();
    var steps = sim.steps(0);
    assertThat(raw).hasSize(steps.size() + 1);
    for (int k = 0; k < steps.size(); k++) {
      String[] row = raw.get(k + 1).split(",");
      assertThat(at(steps.get(k), "w")).isEqualTo(Double.parseDouble(row[1]));
      assertThat(at(steps.get(k), "loss")).isEqualTo(-Double.parseDouble(row[2]));
      assertThat(at(steps.get(k), "gradient")).isEqualTo(-Double.parseDouble(row[3]));
    }
    assertThat(at(steps.get(1), "loss")).isGreaterThan(at(steps.get(0), "loss"));
    assertThat(number(sim.look("p.picture.drawn.ball.loss")).doubleValue())
        .isEqualTo(at(steps.get(steps.size() - 1), "loss"));
    assertThat(sim.part("permalink").getAttribute("href")).contains("sign=plus");
  }

  @Test
  void theRuleIsChosenByKeysAndKeepsTheRate() {
    SimPage sim = new SimPage(visit(SIM + "optimizer=sgd"));
    sim.setRate("0.07");
    sim.page.locator("input[name=optimizer]:checked").focus();
    sim.page.keyboard().press("ArrowRight");
    sim.page.waitForURL("**optimizer=momentum**");
    SimPage next = new SimPage(sim.page);
    assertThat(number(next.look("p.ride.rate")).doubleValue()).isEqualTo(0.07);
    assertThat(next.page.evaluate("document.activeElement.value")).isEqualTo("momentum");
    next.page.keyboard().press("ArrowRight");
    next.page.waitForURL("**optimizer=adam**");
    assertThat(new SimPage(next.page).page.locator(".notice:visible").count()).isZero();
  }

  /** A reader with nothing but keys reads the line, guesses, rolls, and hears how it ended. */
  @Test
  void aWalkByKeysIsHeardInOrder() {
    Page page = window(desk()).newPage();
    page.addInitScript(
        "window.heard = []; addEventListener('DOMContentLoaded', () => new MutationObserver(() =>"
            + " heard.push(document.querySelector('[data-part=live]').textContent))"
            + ".observe(document.querySelector('[data-part=live]'), {childList: true,"
            + " characterData: true, subtree: true}));");
    page.navigate(address("/sims/arithmetic?sign=plus&curve=bumpy&start=3"));
    SimPage sim = new SimPage(page);
    sim.page.locator("[data-part=prediction] input").first().focus();
    page.keyboard().press("ArrowRight");
    page.keyboard().press(".");
    sim.rest(1);
    page.waitForTimeout(1600);
    sim.part("pace").selectOption("16");
    sim.part("curve-slider").focus();
    page.keyboard().press("Space");
    sim.end();
    page.waitForTimeout(1700);
    List<?> heard = (List<?>) page.evaluate("heard");
    heard.forEach(sentence -> LOG.warn("heard: {}", sentence));
    assertThat(heard.get(0).toString()).startsWith("Step 1: w is ").contains("loss up");
    assertThat(heard.get(heard.size() - 1).toString())
        .contains(
            "the ground is flat",
            "The loss went from",
            "You guessed “it climbs to a top”, and it did");
  }

  @Test
  void withoutAScriptTheLineTheSwitchAndTheTableAreThere() {
    Page page = visit("/sims/arithmetic", desk().setJavaScriptEnabled(false));
    page.locator("input[name=optimizer][value=adam]").check();
    page.locator("input[name=sign]").check();
    page.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
    page.waitForLoadState();
    assertThat(page.url()).contains("optimizer=adam", "sign=plus");
    assertThat(page.locator(".line").allTextContents()).hasSize(5);
    assertThat(page.locator(".line mn[data-symbol=next]").textContent()).isEqualTo("2.600");
    assertThat(page.locator(".symbols tbody tr").count()).isEqualTo(9);
    assertThat(page.locator(".said").textContent()).contains("the loss went from 6.25");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LIGHT", "DARK"})
  void keepsNobodyOutByAnyRule(String scheme) {
    for (String rule : Arrays.asList("momentum", "adam&sign=plus", "nadam")) {
      Page page =
          visit(SIM + "optimizer=" + rule, desk().setColorScheme(ColorScheme.valueOf(scheme)));
      SimPage sim = new SimPage(page);
      sim.part("pace").selectOption("16");
      sim.button("Roll").click();
      sim.end();
      assertAccessible(page);
    }
  }
}
