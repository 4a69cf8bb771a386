package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sim in the pages of others: it plays, it fits, and it leaves the page alone. */
class EmbedHostBrowserTests extends BrowserTest {

  private static final Logger LOG = LoggerFactory.getLogger(EmbedHostBrowserTests.class);

  private static final String ROLL = "/embed/roll?curve=steep-valley&start=2&learningRate=0.1";

  private final HostServer host = new HostServer();

  @AfterEach
  void closeHost() {
    host.close();
  }

  /** Four frames in a page that allows nothing but our frames and our script. */
  @ParameterizedTest
  @ValueSource(strings = {"", "require-corp"})
  void playsInEverySandboxOfAStrictPage(String isolation) {
    Map<String, String> headers = strict();
    if (!isolation.isEmpty()) {
      headers.put("Cross-Origin-Embedder-Policy", isolation);
      headers.put("Cross-Origin-Opener-Policy", "same-origin");
    }
    String body =
        frame("plain", ROLL, "")
            + frame("scripts", ROLL, "sandbox=\"allow-scripts\"")
            + frame("origin", ROLL, "sandbox=\"allow-scripts allow-same-origin\"")
            + frame("empty", ROLL, "sandbox=\"\"");
    Page page = window(desk()).newPage();
    // Which is what the empty sandbox is for; the browser says so.
    watch().expect("Blocked script execution.*'allow-scripts' permission is not set");
    page.navigate(host.page("/", headers, body + ourScript()));
    assertThat(page.evaluate("crossOriginIsolated")).isEqualTo(!isolation.isEmpty());
    for (String name : List.of("plain", "scripts", "origin")) {
      FrameLocator sim = page.frameLocator("#" + name);
      wake(sim);
      fits(page, name);
      String before = sim.locator("[data-part=said]").textContent();
      step(sim);
      sim.locator("[data-part=said]:has-text('1.20')").waitFor();
      assertThat(said(sim)).as(name).isNotEqualTo(before);
      fits(page, name);
    }
    FrameLocator empty = page.frameLocator("#empty");
    assertThat(empty.locator("[data-part=picture] svg").first().isVisible()).isTrue();
    assertThat(empty.locator("[data-part=table] tr").count()).isGreaterThan(3);
    assertThat(empty.locator("[data-part=table]").first().isVisible()).isTrue();
    assertThat(empty.locator("a[href*='/sims/roll']").first().isVisible()).isTrue();
  }

  @Test
  void fitsAfterEachChange() {
    Page page = open(strict(), frame("sim", ROLL, "") + ourScript());
    fits(page, "sim");
    Locator frame = page.locator("#sim");
    FrameLocator sim = page.frameLocator("#sim");
    wake(sim);
    fits(page, "sim");

    sim.locator("[data-part=view-table]").click();
    LOG.info("a table opens: {} ms until the frame fits", millisToFit(page, "sim"));

    double before = height(frame);
    sim.locator("main").evaluate("main => { main.style.paddingBottom = '150px'; }");
    LOG.info("content grows: {} ms until the frame fits", millisToFit(page, "sim"));
    assertThat(height(frame)).isEqualTo(before + 150);
    sim.locator("main").evaluate("main => { main.style.paddingBottom = ''; }");
    LOG.info("content shrinks: {} ms until the frame fits", millisToFit(page, "sim"));
    assertThat(height(frame)).isEqualTo(before);

    page.setViewportSize(390, 844);
    LOG.info("a phone is turned: {} ms until the frame fits", millisToFit(page, "sim"));
    page.setViewportSize(844, 390);
    LOG.info("and back: {} ms until the frame fits", millisToFit(page, "sim"));

    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    LOG.info("dark: {} ms until the frame fits", millisToFit(page, "sim"));

    page.evaluate(
        "src => { document.getElementById('sim').src = src; }", address(ROLL + "&lang=es"));
    page.frameLocator("#sim").locator("html[lang=es] [data-sim]").waitFor();
    wake(sim);
    LOG.info("another language: {} ms until the frame fits", millisToFit(page, "sim"));
  }

  /** The clock is the test's: a minute passes in no time. */
  @Test
  void aPageAtRestHearsNothing() {
    Page page = window(desk()).newPage();
    page.clock().install();
    String css = "<style>* { box-sizing: border-box } iframe { border: 3px solid }</style>";
    page.navigate(host.page("/", Map.of(), css + frame("sim", ROLL, "") + RESIZER + NOTE));
    wake(page.frameLocator("#sim"));
    page.clock().runFor(3_000);
    page.waitForFunction("() => heard.length > 0");
    page.waitForTimeout(500);
    page.evaluate("heard.length = 0");
    page.clock().runFor(60_000);
    page.waitForTimeout(500);
    assertThat(page.evaluate("heard.map(({ data }) => JSON.stringify(data))")).isEqualTo(List.of());
  }

  /** Sets a frame's height as most hand-written pages do: by its outside, borders and all. */
  private static final String RESIZER =
      "<script>addEventListener('message', ({data}) => { if (data.type === 'downhill:height')"
          + " document.getElementById('sim').style.height = data.height + 'px'; });</script>";

  /** Keeps what the page hears. */
  private static final String NOTE =
      "<script>window.heard = []; addEventListener('message', event =>"
          + " heard.push({data: event.data, at: performance.now()}));</script>";

  @ParameterizedTest
  @CsvSource({"canvas", "open-edx", "h5p", "wordpress", "iframe-resizer"})
  void fitsInThePagesOf(String kind) throws IOException {
    String secret = kind.equals("wordpress") ? "#?secret=a1B2c3D4e5" : "";
    String body =
        "<div>"
            + frame("sim", ROLL + secret, "class=wp-embedded-content data-secret=a1B2c3D4e5")
            + "</div>"
            + NOTE
            + "<script src=\""
            + host.script("/host.js", hostScript(kind))
            + "\"></script>";
    Page page = open(Map.of(), body);
    boolean bounded = kind.equals("wordpress");
    if (bounded) {
      page.waitForFunction("() => document.getElementById('sim').height > 150");
    } else {
      fits(page, "sim");
      wake(page.frameLocator("#sim"));
      page.frameLocator("#sim").locator("[data-part=view-table]").click();
      fits(page, "sim");
    }
    assertThat(heard(page, "secret")).isEqualTo(kind.equals("wordpress"));
    assertThat(heard(page, "[iFrameSizer]")).isEqualTo(kind.equals("iframe-resizer"));
    assertThat(heard(page, "scrollHeight")).isEqualTo(kind.equals("h5p"));
  }

  private static boolean heard(Page page, String word) {
    return (Boolean)
        page.evaluate("word => heard.some(({data}) => JSON.stringify(data).includes(word))", word);
  }

  /**
   * The script of such a page: its own where its licence lets us have it, else one that acts so.
   */
  private static String hostScript(String kind) throws IOException {
    Path debians = Path.of("/usr/share/wordpress/wp-includes/js/wp-embed.js");
    if (kind.equals("wordpress") && Files.exists(debians)) {
      return Files.readString(debians);
    }
    if (kind.equals("iframe-resizer")) {
      return resource("/META-INF/resources/webjars/iframe-resizer/4.3.2/js/iframeResizer.js")
          + "\niFrameResize({}, '#sim');";
    }
    return resource("/hosts/" + kind + ".js");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = EmbedHostBrowserTests.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void tenOnAPageCostNothingUntilOneIsPlayed() {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      body.append(frame("sim" + i, ROLL, ""));
    }
    Page page = window(desk()).newPage();
    List<String> asked = new ArrayList<>();
    List<String> sockets = new ArrayList<>();
    page.onRequest(request -> asked.add(request.url()));
    page.onWebSocket(socket -> sockets.add(socket.url()));
    page.navigate(host.page("/", strict(), body + ourScript()));
    page.waitForFunction(
        "() => [...document.querySelectorAll('iframe')].every(frame => frame.clientHeight > 300)");
    page.waitForTimeout(1_000);
    assertThat(sockets).isEmpty();
    assertThat(asked).noneMatch(url -> url.matches(".*/(api|ws|vendor|embed-roll[^/]*)/?.*"));
    assertThat(page.evaluate("document.activeElement === document.body")).isEqualTo(true);
    assertThat(page.context().cookies()).isEmpty();

    page.frameLocator("#sim0").locator("[data-part=curve-slider]").hover();
    page.mouse().wheel(0, 300);
    page.waitForFunction("() => scrollY > 0");

    step(page.frameLocator("#sim3"));
    page.frameLocator("#sim3").locator("[data-part=said]:has-text('1.20')").waitFor();
    assertThat(sockets).hasSize(1);
  }

  @Test
  void anElementBecomesASimAndTellsWhatHappens() {
    String body =
        "<downhill-sim sim=roll curve=steep-valley start=2 learning-rate=0.1 events=on id=it"
            + " title='A ball'><a href='/x'>Fallback</a></downhill-sim>"
            + ourScript()
            + "<script src=\""
            + host.script("/note.js", NOTE_EVENTS)
            + "\"></script>";
    Map<String, String> headers = strict();
    headers.computeIfPresent(
        "Content-Security-Policy",
        (name, policy) -> policy.replace("script-src", "script-src 'self'"));
    Page page = open(headers, body);
    FrameLocator sim = page.frameLocator("#it iframe");
    page.waitForFunction("() => told.length > 0");
    assertThat(sim.locator("[data-sim][data-live]").count()).isZero();
    assertThat(page.locator("#it a").count()).isZero();
    assertThat(page.locator("#it iframe").getAttribute("title")).isEqualTo("A ball");
    assertThat(page.locator("#it iframe").getAttribute("src"))
        .endsWith("/embed/roll?curve=steep-valley&start=2&learningRate=0.1&events=on");
    sim.locator("[data-part=prediction] label").nth(1).click();
    sim.locator("[data-part=pace]").selectOption("16");
    sim.locator("[data-part=roll]").click();
    page.waitForFunction("() => told.some(({type}) => type === 'downhill:answered')");
    assertThat((List<?>) page.evaluate("[...new Set(told.map(({type}) => type.split(':')[1]))]"))
        .isEqualTo(List.of("ready", "predicted", "stepped", "ended", "answered"));
    assertThat(page.evaluate("told.find(({type}) => type === 'downhill:ended').verdict"))
        .isEqualTo("converged");
    assertThat(page.evaluate("told.find(({type}) => type === 'downhill:answered').success"))
        .isEqualTo(true);

    page.evaluate("document.getElementById('it').setAttribute('start', '3')");
    page.waitForFunction("() => document.querySelector('#it iframe').src.includes('start=3')");
    page.waitForFunction(
        "() => told.filter(({type}) => type === 'downhill:ready').pop().address.includes('start=3')");
  }

  private static final String NOTE_EVENTS =
      "window.told = []; ['ready', 'predicted', 'stepped', 'ended', 'answered'].forEach(name =>"
          + " addEventListener('downhill:' + name, ({detail}) => told.push(detail)));";

  @Test
  void aChoiceIsTakenWhereNoFormMayBeSent() {
    String formula = "/embed/playground?formula=w%5E2&ground=formula";
    Page page = open(strict(), frame("sim", formula, "sandbox=\"allow-scripts\"") + ourScript());
    FrameLocator sim = page.frameLocator("#sim");
    said(sim);
    sim.locator("[data-part=formula]").fill("w^2+7");
    sim.locator("[data-part=use-formula]").click();
    sim.locator("[data-part=formula][value='w^2+7']").waitFor();
    said(sim);
    sim.locator("[data-part=formula]").fill("w^4");
    sim.locator("[data-part=formula]").press("Enter");
    sim.locator("[data-part=formula][value='w^4']").waitFor();
  }

  @Test
  void letsGoOfTheConnectionWhileThePageIsAway() {
    Page page = window(desk()).newPage();
    List<String> closed = new ArrayList<>();
    List<String> opened = new ArrayList<>();
    page.onWebSocket(
        socket -> {
          opened.add(socket.url());
          socket.onClose(gone -> closed.add(gone.url()));
        });
    page.navigate(host.page("/", strict(), frame("sim", ROLL, "") + ourScript()));
    step(page.frameLocator("#sim"));
    page.frameLocator("#sim").locator("[data-part=said]:has-text('1.20')").waitFor();
    Frame frame = page.frames().get(1);
    frame.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))");
    page.waitForCondition(() -> closed.size() == 1);
    frame.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))");
    page.waitForCondition(() -> opened.size() == 2);
    step(page.frameLocator("#sim"));
    page.frameLocator("#sim").locator("[data-part=said]:has-text('0.72')").waitFor();
  }

  /** The headers of a page that trusts nobody but us, and us only with what we need. */
  private Map<String, String> strict() {
    String ours = address("");
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(
        "Content-Security-Policy",
        "default-src 'none'; frame-src " + ours + "; script-src " + ours);
    return headers;
  }

  private Page open(Map<String, String> headers, String body) {
    Page page = window(desk()).newPage();
    page.navigate(host.page("/", headers, body));
    return page;
  }

  private String frame(String id, String path, String more) {
    return "<iframe id=\"%s\" title=\"A sim\" width=\"100%%\" src=\"%s\" %s></iframe>"
        .formatted(id, address(path).replace("&", "&amp;"), more);
  }

  private String ourScript() {
    return "<script src=\"" + address("/embed.js") + "\"></script>";
  }

  /** A frame out of sight paints nothing, and so would not wake. */
  private static void wake(FrameLocator sim) {
    sim.owner().scrollIntoViewIfNeeded();
    sim.locator("[data-part=step]:enabled").waitFor();
    sim.locator("[data-sim]").dispatchEvent("pointerover");
    sim.locator("[data-sim][data-live]").waitFor();
  }

  /** By the key: a press at a place of the screen misses a frame that is on its way to another. */
  private static void step(FrameLocator sim) {
    sim.locator("[data-part=step]:enabled").press("Enter");
  }

  private static String said(FrameLocator sim) {
    wake(sim);
    return sim.locator("[data-part=said]").textContent();
  }

  private static double height(Locator frame) {
    return SimPage.number(frame.evaluate("frame => frame.clientHeight")).doubleValue();
  }

  private static void fits(Page page, String id) {
    millisToFit(page, id);
  }

  /** Waits until what is in the frame is as high as the frame, within two pixels. */
  private static long millisToFit(Page page, String id) {
    long begun = System.nanoTime();
    Frame frame = page.locator("#" + id).elementHandle().contentFrame();
    frame.locator("[data-sim]").waitFor();
    frame.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    double off = Double.NaN;
    for (int i = 0; i < 500; i++) {
      double content =
          SimPage.number(frame.evaluate("document.documentElement.getBoundingClientRect().height"))
              .doubleValue();
      off = height(page.locator("#" + id)) - content;
      if (Math.abs(off) <= 2) {
        return (System.nanoTime() - begun) / 1_000_000;
      }
      page.waitForTimeout(10);
    }
    throw new AssertionError("the frame is off by " + off + " pixels");
  }
}
