package downhill;

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

/**
 * Where a program that the tests need may come from: it is there, or the system's package manager
 * installs it.
 *
 * @param names what it may be called on the path
 * @param places where it may be beside the path
 * @param version the option with which it says its version
 * @param packageManagers commands that install it, each beginning with the package manager's name
 */
public record Provision(
    List<String> names, List<String> places, String version, List<String> packageManagers) {

  private static final Logger LOG = LoggerFactory.getLogger(Provision.class);

  /** The program that is there. */
  public Optional<Path> installed() {
    String path = System.getenv().getOrDefault("PATH", "");
    Stream<Path> onPath =
        Arrays.stream(path.split(File.pathSeparator))
            .filter(folder -> !folder.isEmpty())
            .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)));
    return Stream.concat(onPath, places.stream().map(Path::of)).filter(this::works).findFirst();
  }

  /** Whether this is a program that starts; a name on the path may be an empty promise. */
  public boolean works(Path program) {
    if (!Files.isExecutable(program)) {
      return false;
    }
    boolean windows = File.separatorChar == '\\';
    return windows || run(30, List.of(program.toString(), version));
  }

  /** Asks the system's package manager, where we are allowed to use it. */
  public boolean install() {
    if (!isRoot()) {
      return false;
    }
    LOG.info("The system's package manager tries to install {}.", names.get(0));
    return packageManagers.stream()
        .filter(line -> run(10, List.of("which", line.substring(0, line.indexOf(' ')))))
        .anyMatch(line -> run(600, List.of("sh", "-c", line)));
  }

  /** Whether we may install things. */
  public static boolean isRoot() {
    return "root".equals(System.getProperty("user.name")) && File.separatorChar == '/';
  }

  /**
   * Runs a command, and logs what it said where it did not work.
   *
   * @param seconds how long it may take
   * @param command the program and its arguments
   * @return whether it worked
   */
  public static boolean run(long seconds, List<String> command) {
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
