package downhill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code src/test/js} on node, where node is there. */
class JavaScriptTests {

  private static final int OLDEST_NODE = 20;
  private static final int PATIENCE_MINUTES = 2;

  @TempDir Path folder;

  @Test
  void theScriptsKeepTheirPromises() throws Exception {
    assumeTrue(
        nodeVersion() >= OLDEST_NODE,
        "NOT RUN: the tests of src/test/js need node " + OLDEST_NODE + " or newer on the PATH");

    List<String> command = new ArrayList<>(List.of("node", "--test"));
    try (Stream<Path> tests = Files.walk(Path.of("src/test/js"))) {
      tests.map(Path::toString).filter(name -> name.endsWith(".test.js")).forEach(command::add);
    }
    assertThat(command).hasSizeGreaterThan(2);

    Path said = folder.resolve("said.txt");
    Process node =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    boolean done = node.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
    node.destroyForcibly();
    assertThat(done).as("node did not finish; it said: %s", Files.readString(said)).isTrue();
    assertThat(node.exitValue()).as(Files.readString(said)).isZero();
  }

  private static int nodeVersion() throws InterruptedException {
    try {
      Process node = new ProcessBuilder("node", "--version").start();
      String version = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      node.waitFor();
      return Integer.parseInt(version.strip().replaceFirst("^v(\\d+)\\..*", "$1"));
    } catch (IOException e) {
      return 0;
    }
  }
}
