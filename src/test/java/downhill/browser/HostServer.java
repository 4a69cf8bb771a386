package downhill.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Somebody else's pages, which frame our sims. They are at {@code 127.0.0.1} and ours at {@code
 * localhost}, which is another site, as browsers count.
 */
final class HostServer implements AutoCloseable {

  private static final String HTML =
      "<!DOCTYPE html><html lang=\"en\"><meta name=\"viewport\" content=\"width=device-width\">"
          + "<title>A course</title><h1>A course</h1>";

  /** A browser asks for an icon. */
  private static final String NOTHING = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";

  private final ServerSocket socket;
  private final Map<String, String> answers = new ConcurrentHashMap<>();

  HostServer() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException("no page of another site can be served", e);
    }
    Thread server = new Thread(this::serve, "host");
    server.setDaemon(true);
    server.start();
  }

  /** Serves a page with these headers, and gives its address. */
  String page(String path, Map<String, String> headers, String body) {
    return add(path, "text/html", headers, HTML + body);
  }

  /** Serves a script, and gives its address. */
  String script(String path, String text) {
    return add(path, "text/javascript", Map.of(), text);
  }

  private String add(String path, String type, Map<String, String> headers, String text) {
    StringBuilder answer = new StringBuilder("HTTP/1.1 200 OK\r\nConnection: close\r\n");
    answer.append("Content-Type: ").append(type).append("; charset=utf-8\r\n");
    headers.forEach((name, value) -> answer.append(name + ": " + value + "\r\n"));
    answers.put(path, answer.append("\r\n").append(text).toString());
    return "http://127.0.0.1:" + socket.getLocalPort() + path;
  }

  /** Each visitor has a thread: a browser also opens connections that it may not need. */
  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket visitor = socket.accept();
        Thread answering = new Thread(() -> answer(visitor), "visitor");
        answering.setDaemon(true);
        answering.start();
      } catch (IOException e) {
        // The test is over.
      }
    }
  }

  private void answer(Socket visitor) {
    try (visitor) {
      BufferedReader asked =
          new BufferedReader(
              new InputStreamReader(visitor.getInputStream(), StandardCharsets.UTF_8));
      String request = asked.readLine();
      String line = request;
      while (line != null && !line.isEmpty()) {
        line = asked.readLine();
      }
      if (request != null) {
        String answer = answers.getOrDefault(request.split(" ")[1], NOTHING);
        visitor.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      // The visitor has gone.
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the pages of the other site cannot be closed", e);
    }
  }
}
