package downhill.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import downhill.Provision;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one browser of this run of the tests: one that is there, else one that Playwright downloads,
 * else one that the system's package manager installs. Where none of them works, the tests fail and
 * say what to install; they are never skipped.
 */
final class Browsers {

  private static final Logger LOG = LoggerFactory.getLogger(Browsers.class);

  private static final List<String> FLAGS =
      List.of(
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run");

  private static final Provision PROVISION =
      new Provision(
          List.of(
              "chromium",
              "chromium-browser",
              "google-chrome",
              "google-chrome-stable",
              "google-chrome-beta",
              "microsoft-edge"),
          List.of(
              "/opt/google/chrome/chrome",
              "/usr/lib/chromium/chromium",
              "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
              "/Applications/Chromium.app/Contents/MacOS/Chromium",
              "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
              "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe"),
          "--version",
          List.of(
              "apt-get update -q && apt-get install -y -q chromium",
              "dnf install -y -q chromium",
              "apk add --no-progress chromium"));

  private static @Nullable Browser shared;

  private Browsers() {}

  static synchronized Browser shared() {
    if (shared == null) {
      shared = launch();
    }
    return shared;
  }

  private static Browser launch() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    BrowserType chromium = playwright.chromium();
    PlaywrightAssertions.setDefaultAssertionTimeout(BrowserTest.PATIENCE_MS);
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions().setArgs(FLAGS).setChromiumSandbox(!Provision.isRoot());
    executable(Path.of(chromium.executablePath())).ifPresent(options::setExecutablePath);
    Browser browser = chromium.launch(options);
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    return browser;
  }

  /** Where the browser is; empty for the one that Playwright finds by itself. */
  private static Optional<Path> executable(Path playwrights) {
    Optional<Path> installed = PROVISION.installed();
    if (installed.isPresent() || PROVISION.works(playwrights)) {
      return installed;
    }
    if (download() && Files.exists(playwrights)) {
      return Optional.empty();
    }
    if (PROVISION.install()) {
      return Optional.of(PROVISION.installed().orElseThrow(Browsers::none));
    }
    throw none();
  }

  /** Playwright's own download; with what it needs of the system where we may install that. */
  private static boolean download() {
    LOG.info("No browser is installed: Playwright tries to download one.");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    String driver = "com.microsoft.playwright.CLI";
    List<String> command =
        Provision.isRoot()
            ? List.of(java, "-cp", classPath, driver, "install", "--with-deps", "chromium")
            : List.of(java, "-cp", classPath, driver, "install", "chromium");
    return Provision.run(300, command);
  }

  private static IllegalStateException none() {
    return new IllegalStateException(
        "The browser tests need Chromium or Chrome. None is installed, Playwright could not download"
            + " one, and the system's package manager did not provide one. Install it, for"
            + " example with `apt-get install chromium`, and run the tests again.");
  }
}
