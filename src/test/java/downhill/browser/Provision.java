package downhill.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a browser may come from. */
final class Provision {

  private static final Logger LOG = LoggerFactory.getLogger(Provision.class);

  private static final List<String> NAMES =
      List.of(
          "chromium",
          "chromium-browser",
          "google-chrome",
          "google-chrome-stable",
          "google-chrome-beta",
          "microsoft-edge");

  private static final List<String> PLACES =
      List.of(
          "/opt/google/chrome/chrome",
          "/usr/lib/chromium/chromium",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
          "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe");

  private static final List<String> PACKAGE_MANAGERS =
      List.of(
          "apt-get update -q && apt-get install -y -q chromium",
          "dnf install -y -q chromium",
          "apk add --no-progress chromium");

  private Provision() {}

  /** The browser that is there. */
  static Optional<Path> installed() {
    String path = System.getenv().getOrDefault("PATH", "");
    Stream<Path> onPath =
        Arrays.stream(path.split(File.pathSeparator))
            .filter(folder -> !folder.isEmpty())
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    return Stream.concat(onPath, PLACES.stream().map(Path::of))
        .filter(Provision::works)
        .findFirst();
  }

  /** Whether this is a browser that starts; a name on the path may be an empty promise. */
  static boolean works(Path browser) {
    if (!Files.isExecutable(browser)) {
      return false;
    }
    boolean windows = File.separatorChar == '\\';
    return windows || run(30, List.of(browser.toString(), "--version"));
  }

  /** Playwright's own download; with what it needs of the system where we may install that. */
  static boolean download() {
    LOG.info("No browser is installed: Playwright tries to download one.");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    String driver = "com.microsoft.playwright.CLI";
    List<String> command =
        isRoot()
            ? List.of(java, "-cp", classPath, driver, "install", "--with-deps", "chromium")
            : List.of(java, "-cp", classPath, driver, "install", "chromium");
    return run(300, command);
  }

  /** The system's package manager, where we are allowed to use it. */
  static boolean install() {
    if (!isRoot()) {
      return false;
    }
    LOG.info("Playwright could not: the system's package manager tries to install one.");
    return PACKAGE_MANAGERS.stream()
        .filter(line -> run(10, List.of("which", line.substring(0, line.indexOf(' ')))))
        .anyMatch(line -> run(600, List.of("sh", "-c", line)));
  }

  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name")) && File.separatorChar == '/';
  }

  private static boolean run(long seconds, List<String> command) {
    try {
      Path said = Files.createTempFile("provision", ".log");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
      if (!ended) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
      boolean worked = ended && process.exitValue() == 0;
      if (!worked) {
        String end =
            String.join(" ", command.subList(Math.max(0, command.size() - 3), command.size()));
        LOG.info("{} did not work: {}", end, Files.readString(said).strip());
      }
      Files.delete(said);
      return worked;
    } catch (IOException e) {
      LOG.info("{} did not start: {}", command.get(0), e.getMessage());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
