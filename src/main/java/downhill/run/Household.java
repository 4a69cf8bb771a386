package downhill.run;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Who shares one address on the internet: a machine, a home or a whole school. */
public final class Household {

  /** Of IPv6 even a single machine has a network of 2^64 addresses (RFC 6177), told by so many. */
  private static final int BYTES_OF_NETWORK = 8;

  private Household() {}

  /**
   * The one whom an address belongs to.
   *
   * @param address as a request tells it: an IPv4 or IPv6 address in digits
   * @return the address itself, or of IPv6 its network; the same for all addresses of the network
   */
  public static String of(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      return InetAddress.getByName(address) instanceof Inet6Address six
          ? HexFormat.ofDelimiter(":").formatHex(six.getAddress(), 0, BYTES_OF_NETWORK)
          : address;
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
