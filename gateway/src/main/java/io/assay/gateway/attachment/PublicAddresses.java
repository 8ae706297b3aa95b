package io.assay.gateway.attachment;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Finds hosts on the public network alone, so that an address in a request leads nowhere inside.
 * What it gives is what is connected to: there is no second look-up.
 */
final class PublicAddresses implements DnsResolver {
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    var found = InetAddress.getAllByName(host);
    for (var address : found) {
      if (!isPublic(address)) {
        throw new UnknownHostException(
            host + " is at " + address.getHostAddress() + ", not public");
      }
    }
    return found;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    var bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
  }

  private static boolean isPublic4(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean shared = first == 100 && second >= 64 && second < 128;
    boolean assignments = first == 192 && second == 0;
    boolean benchmark = first == 198 && (second == 18 || second == 19);
    return first != 0 && first < 240 && !shared && !assignments && !benchmark;
  }

  /** Global unicast (2000::/3) that does not wrap an address of version 4 (6to4, Teredo). */
  private static boolean isPublic6(byte[] bytes) {
    boolean global = (bytes[0] & 0xe0) == 0x20;
    boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
    boolean teredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
    return global && !sixToFour && !teredo;
  }
}
