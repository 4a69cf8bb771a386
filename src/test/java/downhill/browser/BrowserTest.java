package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The ground of every test in a real browser: the whole service on a port of its own, a fresh
 * window for each visit, and a {@link Watch} that fails the test for any fault on the way.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class BrowserTest {

  static final double PATIENCE_MS = 15_000;

  private final List<BrowserContext> windows = new ArrayList<>();
  private final List<Watch> watches = new ArrayList<>();

  @LocalServerPort protected int port;

  /** A window of a laptop, in light colours, with motion. */
  protected static Browser.NewContextOptions desk() {
    return new Browser.NewContextOptions()
        .setViewportSize(1280, 800)
        .setLocale("en-GB")
        .setColorScheme(ColorScheme.LIGHT);
  }

  /** The narrowest window that everything must work in, touched with a thumb. */
  protected static Browser.NewContextOptions phone() {
    return desk().setViewportSize(320, 640).setHasTouch(true).setIsMobile(true);
  }

  /** The full address of a path such as {@code /sims/roll?start=2}. */
  protected String address(String path) {
    return "http://localhost:" + port + path;
  }

  /** Opens a path in a fresh window of a laptop. */
  protected Page visit(String path) {
    return visit(path, desk());
  }

  /** Opens a path in a fresh window. */
  protected Page visit(String path, Browser.NewContextOptions window) {
    Page page = window(window).newPage();
    page.navigate(address(path));
    return page;
  }

  /** A fresh window without a page, for tests that prepare it first. */
  protected BrowserContext window(Browser.NewContextOptions options) {
    BrowserContext window = Browsers.shared().newContext(options);
    window.setDefaultTimeout(PATIENCE_MS);
    windows.add(window);
    watches.add(new Watch(window));
    return window;
  }

  /** The watch over the window opened last. */
  protected Watch watch() {
    return watches.get(watches.size() - 1);
  }

  /** Nothing on the page keeps anyone out, as far as axe can tell. */
  protected static void assertAccessible(Page page) {
    List<String> barriers =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .flatMap(
                    rule ->
                        rule.getNodes().stream()
                            .map(node -> rule.getHelp() + ": " + node.getHtml()))
                .toList();
    assertThat(barriers).isEmpty();
  }

  @AfterEach
  void sawNoFault() {
    windows.forEach(BrowserContext::close);
    assertThat(watches.stream().flatMap(watch -> watch.faults().stream())).isEmpty();
  }
}
