package downhill.load;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, and what it uses. Linux tells its memory. */
final class Served implements AutoCloseable {

  private static final long LONGEST_START = TimeUnit.SECONDS.toNanos(60);
  private static final File LOG = new File("target/load.log");

  private final Process process;
  private final InetSocketAddress address;

  private Served(Process process, InetSocketAddress address) {
    this.process = process;
    this.address = address;
  }

  static Served application(Scene scene) throws IOException, InterruptedException {
    int port = port(scene, 0);
    int most = 2 * scene.connections() + 1000;
    return start(
        scene,
        port,
        "-jar",
        scene.jar(),
        "--server.address=127.0.0.1",
        "--server.port=" + port,
        "--server.tomcat.max-connections=" + (most + 100),
        "--downhill.limits.connections=" + most,
        "--downhill.limits.connections-per-address=" + most);
  }

  static Served yardstick(Scene scene, Path steps) throws IOException, InterruptedException {
    int port = port(scene, 1);
    return start(
        scene,
        port,
        "-classpath",
        System.getProperty("java.class.path"),
        Yardstick.class.getName(),
        String.valueOf(port),
        steps.toString());
  }

  private static int port(Scene scene, int offset) throws IOException {
    if (scene.port() > 0) {
      return scene.port() + offset;
    }
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  private static Served start(Scene scene, int port, String... what)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(scene.command());
    command.addAll(List.of(what));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG))
            .start();
    Served served =
        new Served(process, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    served.awaitStart();
    return served;
  }

  private void awaitStart() throws InterruptedException {
    long begun = System.nanoTime();
    while (true) {
      try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
        return;
      } catch (IOException e) {
        if (!process.isAlive() || System.nanoTime() - begun > LONGEST_START) {
          close();
          throw new IllegalStateException("the server did not start; " + LOG + " tells why", e);
        }
        Thread.sleep(50);
      }
    }
  }

  InetSocketAddress address() {
    return address;
  }

  /** Processor time used so far, in seconds. */
  double cpuSeconds() {
    return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  /**
   * What it uses after its garbage has been collected.
   *
   * @param resident bytes of the process in memory
   * @param live bytes of the heap that are in use
   * @param threads its threads
   * @param files its open files, sockets among them
   */
  record Memory(long resident, long live, int threads, int files) {

    /**
     * Bytes for each of n connections more than there were before: what came to be beside the heap,
     * all of which was resident at the start, and what is newly in use in it.
     */
    double perConnection(Memory before, int n) {
      return (resident - before.resident + live - before.live) / (double) n;
    }
  }

  Memory memory() throws IOException, InterruptedException {
    String total = "";
    for (int i = 0; i < 2; i++) {
      List<String> lines = jcmd("GC.class_histogram");
      total = lines.get(lines.size() - 1);
      Thread.sleep(500);
    }
    long live = Long.parseLong(total.trim().split("\\s+")[2]);
    List<String> status = Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"));
    String[] files = new File("/proc/" + process.pid() + "/fd").list();
    return new Memory(
        1024 * number(status, "VmRSS:"), live, (int) number(status, "Threads:"), files.length);
  }

  private static long number(List<String> status, String name) {
    String line = status.stream().filter(each -> each.startsWith(name)).findFirst().orElseThrow();
    return Long.parseLong(line.split("\\s+")[1]);
  }

  private List<String> jcmd(String command) throws IOException {
    Process asked =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/jcmd",
                String.valueOf(process.pid()),
                command)
            .redirectErrorStream(true)
            .start();
    return new String(asked.getInputStream().readAllBytes()).lines().toList();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
