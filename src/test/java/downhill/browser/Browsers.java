package downhill.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one browser of this run of the tests: one that is there, else one that Playwright downloads,
 * else one that the system's package manager installs. Where none of them works, the tests fail and
 * say what to install; they are never skipped.
 */
final class Browsers {

  private static final List<String> FLAGS =
      List.of(
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run");

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
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions().setArgs(FLAGS).setChromiumSandbox(!Provision.isRoot());
    executable(Path.of(chromium.executablePath())).ifPresent(options::setExecutablePath);
    Browser browser = chromium.launch(options);
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    return browser;
  }

  /** Where the browser is; empty for the one that Playwright finds by itself. */
  private static Optional<Path> executable(Path playwrights) {
    Optional<Path> installed = Provision.installed();
    if (installed.isPresent() || Provision.works(playwrights)) {
      return installed;
    }
    if (Provision.download() && Files.exists(playwrights)) {
      return Optional.empty();
    }
    if (Provision.install()) {
      return Optional.of(Provision.installed().orElseThrow(Browsers::none));
    }
    throw none();
  }

  private static IllegalStateException none() {
    return new IllegalStateException(
        "The browser tests need Chromium or Chrome. None is installed, Playwright could not download"
            + " one, and the system's package manager did not provide one. Install it, for"
            + " example with `apt-get install chromium`, and run the tests again.");
  }
}
