package downhill.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page with one sim on it, as a reader uses it and as a test looks into it. */
public final class SimPage {

  private static final Logger LOG = LoggerFactory.getLogger(SimPage.class);
  private static final String SIM = "document.querySelector('[data-sim]')";

  final Page page;

  /** A page that is open, once its sim is there and has drawn and told its first step. */
  public SimPage(Page page) {
    this.page = page;
    page.waitForFunction("() => " + SIM + "?.stage !== undefined");
    frames(2);
  }

  /** A button by the words on it. */
  public Locator button(String words) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
  }

  /** A part of the sim by its name. */
  Locator part(String name) {
    return page.locator("[data-part=\"" + name + "\"]").first();
  }

  /** Presses Step and waits until the ball has landed. */
  void step() {
    int k = k();
    button("Step").click();
    rest(k + 1);
  }

  /** Waits until the ball rests at a step and the words for it are written. */
  void rest(int k) {
    waitFor("s.outing.player.position === " + k + " && !s.outing.player.moving");
    frames(2);
  }

  /** Waits until at least so many steps have been shown. */
  public void reach(int k) {
    waitFor("s.outing.player.position >= " + k);
  }

  /** Waits until every run has ended and its end is shown. */
  void end() {
    waitFor("s.outing.finished && !s.outing.player.rolling");
    frames(2);
  }

  void waitFor(String condition) {
    page.waitForFunction(
        "() => { const s = " + SIM + ".stage; return " + condition + "; }",
        null,
        new Page.WaitForFunctionOptions().setTimeout(60_000));
  }

  /** From now on all is noted that a screen reader would speak. */
  void listen() {
    page.evaluate(
        "() => { window.heard = []; const live = document.querySelector('[data-part=live]');"
            + " new MutationObserver(() => window.heard.push(live.textContent)).observe(live,"
            + " {childList: true, characterData: true, subtree: true}); }");
  }

  /** Waits until some words have been spoken. */
  void hear(String words) {
    page.waitForFunction("words => window.heard.some(said => said.includes(words))", words);
  }

  /** What was spoken since {@link #listen}, in order; it is also read out in the log. */
  List<String> transcript() {
    List<String> heard =
        ((List<?>) page.evaluate("() => window.heard"))
            .stream().map(String::valueOf).filter(said -> !said.isBlank()).toList();
    heard.forEach(said -> LOG.info("spoken on {}: {}", URI.create(page.url()).getPath(), said));
    return heard;
  }

  void frames(int n) {
    page.evaluate(
        "async n => { for (let i = 0; i < n; i++) await new Promise(requestAnimationFrame); }", n);
  }

  /** What an expression gives, in which {@code s} is the stage and {@code p} its first panel. */
  Object look(String expression) {
    return page.evaluate(
        "() => { const s = " + SIM + ".stage; const p = s.panels[0]; return " + expression + "; }");
  }

  int k() {
    return number(look("s.outing.player.settledK")).intValue();
  }

  /** The steps that the page has, from step 0 to the last. */
  @SuppressWarnings("unchecked")
  public List<Map<String, Object>> steps(int panel) {
    return (List<Map<String, Object>>)
        look("s.panels[" + panel + "].ride.journey.slice(0, 1e9).map(x => ({...x}))");
  }

  /** The whole run of a panel's spec, as the service answers it over HTTP. */
  @SuppressWarnings("unchecked")
  public List<Map<String, Object>> stepsOfApi(int panel) {
    Map<String, Object> answer =
        (Map<String, Object>)
            page.evaluate(
                "async i => (await fetch('/api/runs', {method: 'POST', headers: {'Content-Type':"
                    + " 'application/json'}, body: JSON.stringify("
                    + SIM
                    + ".stage.panels[i].ride.spec)})).json()",
                panel);
    return (List<Map<String, Object>>) answer.get("steps");
  }

  /** The lines behind the link to the CSV. */
  List<String> csv() {
    Object text =
        page.evaluate(
            "async () => { const answer = await fetch(document.querySelector('[data-part=csv]')"
                + ".href); if (!answer.ok) { throw new Error(await answer.text()); } return"
                + " answer.text(); }");
    return text.toString().lines().toList();
  }

  /** Moves the rate's slider as a drag does: many values, one after the other. */
  void dragRate(int from, int to) {
    page.evaluate(
        "([from, to]) => { const slider = "
            + SIM
            + ".querySelector('[data-part=\"rate\"]'); for (let at = from; at !== to; at +="
            + " Math.sign(to - from)) { slider.value = at; slider.dispatchEvent(new Event('input',"
            + " {bubbles: true})); } }",
        List.of(from, to));
  }

  /** Types a rate into its field. */
  void setRate(String rate) {
    Locator field = part("rate-number");
    field.fill(rate);
    field.press("Enter");
    field.blur();
  }

  static Number number(Object value) {
    return (Number) value;
  }

  static double at(Map<String, Object> step, String member) {
    Object value = step.get(member);
    return number(value instanceof List<?> list ? list.get(0) : value).doubleValue();
  }
}
