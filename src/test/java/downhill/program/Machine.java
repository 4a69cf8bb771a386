package downhill.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Runs programs as their readers would, many of a language at once, and hears what they print. */
final class Machine {

  private static final int PATIENCE_MINUTES = 5;

  /** Looks for a library without the seconds that loading it takes. */
  private static final String LOOK =
      "import importlib.util, sys; sys.exit(importlib.util.find_spec('%s') is None)";

  private Machine() {}

  /** A Python that has a library: the one on the path, or the system's own; empty without. */
  static Optional<String> pythonWith(String library) {
    return Stream.of("python3", "/usr/bin/python3")
        .filter(python -> succeeds(python, "-c", LOOK.formatted(library)))
        .findFirst();
  }

  private static boolean succeeds(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Runs programs in one Python, since its libraries take seconds to load. */
  static List<String> python(String python, List<String> programs, Path folder)
      throws IOException, InterruptedException {
    for (int i = 0; i < programs.size(); i++) {
      Files.writeString(folder.resolve(i + ".py"), programs.get(i));
    }
    try (InputStream script = Machine.class.getResourceAsStream("/program/run_all.py")) {
      Files.write(folder.resolve("run_all.py"), Objects.requireNonNull(script).readAllBytes());
    }
    ProcessBuilder builder =
        new ProcessBuilder(python, "run_all.py", String.valueOf(programs.size()))
            .directory(folder.toFile());
    // The steps are too small to be shared out among threads.
    builder.environment().put("OMP_NUM_THREADS", "1");
    said(folder, builder);
    List<String> printed = new ArrayList<>();
    for (int i = 0; i < programs.size(); i++) {
      printed.add(Files.readString(folder.resolve(i + ".txt")));
    }
    return printed;
  }

  /**
   * Compiles programs with nothing but the JDK, at once and so each with a package of its own, and
   * runs them in here.
   */
  static List<String> java(List<String> programs, Path folder) throws Exception {
    List<Path> sources = new ArrayList<>();
    for (int i = 0; i < programs.size(); i++) {
      Path room = Files.createDirectories(folder.resolve("p" + i));
      String source = "package p" + i + ";\n" + programs.get(i);
      sources.add(Files.writeString(room.resolve("Downhill.java"), source));
    }
    compile(sources, folder);
    List<String> printed = new ArrayList<>();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
      for (int i = 0; i < programs.size(); i++) {
        Class<?> program = loader.loadClass("p" + i + ".Downhill");
        printed.add(heard(program.getMethod("main", String[].class)));
      }
    }
    return printed;
  }

  private static void compile(List<Path> sources, Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    List<String> options =
        List.of("--release", "17", "-Xlint:all", "-Werror", "-d", folder.toString());
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as(said.toString()).isTrue();
    }
  }

  /** Puts an ear to the standard output while a program runs. */
  private static String heard(Method main) throws ReflectiveOperationException {
    PrintStream usual = (PrintStream) System.class.getField("out").get(null);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, false, StandardCharsets.US_ASCII));
    try {
      main.invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(usual);
    }
    return printed.toString(StandardCharsets.US_ASCII);
  }

  /** Hands a program to the JDK as its file, as its head says. */
  static String javaFile(String program, Path folder) throws IOException, InterruptedException {
    Path source = Files.writeString(folder.resolve("Downhill.java"), program);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return said(folder, new ProcessBuilder(java, source.toString()));
  }

  /** What a process says; it must end well. */
  private static String said(Path folder, ProcessBuilder builder)
      throws IOException, InterruptedException {
    Path said = folder.resolve("said.txt");
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    boolean done = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
    process.destroyForcibly();
    String text = Files.readString(said);
    assertThat(done && process.exitValue() == 0).as(text).isTrue();
    return text;
  }
}
