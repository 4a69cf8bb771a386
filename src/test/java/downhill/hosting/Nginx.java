package downhill.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.Provision;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * An nginx with the very settings that we document, {@code src/docs/proxies/nginx.conf}, on ports
 * and in a folder of its own. It is the one that is there, else the system's package manager
 * installs it; where that does not work the tests fail and say what to install.
 */
final class Nginx implements AutoCloseable {

  private static final Path DOCUMENTED = Path.of("src/docs/proxies/nginx.conf");
  private static final long LONGEST_START = TimeUnit.SECONDS.toNanos(10);

  /** Debian starts what it installs, on port 80, unless this file forbids it. */
  private static final String QUIETLY =
      "apt-get update -q && { [ -e /usr/sbin/policy-rc.d ]"
          + " || { trap 'rm -f /usr/sbin/policy-rc.d' EXIT;"
          + " printf '#!/bin/sh\\nexit 101\\n' > /usr/sbin/policy-rc.d;"
          + " chmod +x /usr/sbin/policy-rc.d; }; }"
          + " && apt-get install -y -q --no-install-recommends nginx";

  private static final Provision PROVISION =
      new Provision(
          List.of("nginx"),
          List.of("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx"),
          "-v",
          List.of(QUIETLY, "dnf install -y -q nginx", "apk add --no-progress nginx"));

  private static final String SURROUNDINGS =
      """
      %s
      daemon off;
      worker_processes 2;
      pid @/pid;
      error_log @/error.log;
      events {}
      http {
        access_log @/access.log;
        client_body_temp_path @/body;
        proxy_temp_path @/proxy;
        fastcgi_temp_path @/fastcgi;
        uwsgi_temp_path @/uwsgi;
        scgi_temp_path @/scgi;
        %s
        include @/documented.conf;
      }
      """;

  private final Path folder = Files.createTempDirectory("nginx");
  private final Certificate certificate = new Certificate(folder);

  // The ports last: the shorter they are free, the fewer others take them.
  private final int port = Instance.freePort();
  private final int plainPort = Instance.freePort();
  private final Process process;

  /**
   * Starts it before two instances, which may be the same one twice.
   *
   * @param also settings beside the documented ones
   */
  Nginx(int first, int second, String... also) throws IOException, InterruptedException {
    String user = Provision.isRoot() ? "user root;" : "";
    String surroundings =
        SURROUNDINGS.formatted(user, String.join(" ", also)).replace("@", folder.toString());
    Files.writeString(folder.resolve("nginx.conf"), surroundings);
    Files.writeString(folder.resolve("documented.conf"), documented(first, second));
    process =
        new ProcessBuilder(program().toString(), "-c", folder.resolve("nginx.conf").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    awaitStart();
  }

  private static Path program() {
    return PROVISION
        .installed()
        .or(() -> PROVISION.install() ? PROVISION.installed() : Optional.empty())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The tests of several instances need nginx. None is installed, and the system's"
                        + " package manager did not provide one. Install it, for example with"
                        + " `apt-get install nginx`, and run the tests again."));
  }

  private String documented(int first, int second) throws IOException {
    Map<String, String> filledIn =
        Map.of(
            "server 127.0.0.1:8080", "server 127.0.0.1:" + first,
            "server 127.0.0.1:8081", "server 127.0.0.1:" + second,
            "listen 443 ssl;", "listen 127.0.0.1:" + port + " ssl;",
            "listen 80;", "listen 127.0.0.1:" + plainPort + ";",
            "/etc/ssl/downhill.pem", certificate.chain().toString(),
            "/etc/ssl/downhill.key", certificate.key().toString(),
            "/var/cache/nginx/downhill", folder.resolve("cache").toString());
    String text = Files.readString(DOCUMENTED);
    for (Map.Entry<String, String> each : filledIn.entrySet()) {
      assertThat(text).contains(each.getKey());
      text = text.replace(each.getKey(), each.getValue());
    }
    return text;
  }

  private void awaitStart() throws IOException, InterruptedException {
    long begun = System.nanoTime();
    while (true) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException notYet) {
        if (!process.isAlive() || System.nanoTime() - begun > LONGEST_START) {
          process.destroy();
          throw new IllegalStateException(
              "nginx did not start: " + Files.readString(folder.resolve("said.log")), notYet);
        }
        Thread.sleep(20);
      }
    }
  }

  /** Where it answers over https. */
  int port() {
    return port;
  }

  /** Where it answers over http, and sends whoever asks to https. */
  int plainPort() {
    return plainPort;
  }

  /** Its certificate. */
  Certificate certificate() {
    return certificate;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.destroy();
    process.waitFor();
    FileSystemUtils.deleteRecursively(folder);
  }
}
