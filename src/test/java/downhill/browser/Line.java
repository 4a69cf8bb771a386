package downhill.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A line to the service that can be cut, as a train in a tunnel cuts it. */
final class Line implements AutoCloseable {

  private final ServerSocket door;
  private final int service;
  private final List<Socket> open = new ArrayList<>();

  /** Leads to a port of this machine. */
  Line(int service) {
    this.service = service;
    try {
      door = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  /** The port at which a page reaches the service through this line. */
  int port() {
    return door.getLocalPort();
  }

  /** Cuts every connection; new ones are let through. */
  synchronized void cut() {
    open.forEach(Line::hangUp);
    open.clear();
  }

  @Override
  public void close() {
    hangUp(door);
    cut();
  }

  private void accept() {
    try {
      while (true) {
        Socket page = door.accept();
        Socket server = new Socket("localhost", service);
        synchronized (this) {
          open.add(page);
          open.add(server);
        }
        start(() -> carry(page, server));
        start(() -> carry(server, page));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private static void carry(Socket from, Socket to) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException cut) {
      // One end is gone, and with it the other.
    }
  }

  private static void hangUp(AutoCloseable end) {
    try {
      end.close();
    } catch (Exception gone) {
      // It was gone before.
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "line");
    thread.setDaemon(true);
    thread.start();
  }
}
