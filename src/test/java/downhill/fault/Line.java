package downhill.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A line to the service on which things go wrong as they are told to: a train enters a tunnel, a
 * proxy is restarted, a router forgets who spoke to whom.
 */
public final class Line implements AutoCloseable {

  private final ServerSocket door;
  private final int service;
  private final Set<Wire> open = ConcurrentHashMap.newKeySet();
  private volatile Supplier<List<Fault>> coming = List::of;

  /** Leads to a port of this machine. */
  public Line(int service) {
    this.service = service;
    try {
      door = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Wire.start(this::accept);
  }

  /** The port at which a page reaches the service through this line. */
  public int port() {
    return door.getLocalPort();
  }

  /** The connections that are not over at both ends. */
  public int open() {
    return open.size();
  }

  /** What befalls each connection to come, from its first byte; one thing in each direction. */
  public void expect(Supplier<List<Fault>> faults) {
    coming = faults;
  }

  /** Strikes every connection that there is. */
  public void strike(Fault fault) {
    List.copyOf(open).forEach(wire -> wire.strike(fault));
  }

  /** Cuts every connection that there is; new ones are let through. */
  public void cut() {
    strike(Fault.of(Fault.Kind.CUT, Fault.Way.TO_PAGE));
  }

  /** Lets nobody through any more. */
  @Override
  public void close() {
    Wire.hangUp(door);
    strike(Fault.of(Fault.Kind.RESET, Fault.Way.TO_PAGE));
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket page = door.accept();
        connect(page);
      } catch (IOException e) {
        // It is closed, or the service lets nobody in.
      }
    }
  }

  private void connect(Socket page) throws IOException {
    Wire wire;
    try {
      wire = new Wire(page, new Socket(InetAddress.getByName("localhost"), service), open::remove);
    } catch (IOException e) {
      page.close();
      throw e;
    }
    coming.get().forEach(wire::strike);
    open.add(wire);
    if (door.isClosed()) {
      wire.strike(Fault.of(Fault.Kind.RESET, Fault.Way.TO_PAGE));
    }
    wire.begin();
  }
}
