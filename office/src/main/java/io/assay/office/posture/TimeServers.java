package io.assay.office.posture;

import static java.util.Objects.requireNonNullElse;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom the clock is held against, section {@code time}; without servers it is held against nothing.
 *
 * @param servers that speak NTP, as {@code host} or {@code host:port}
 * @param timeout how long one of them may take to answer
 */
public record TimeServers(List<String> servers, Duration timeout) {
  private static final int NTP = 123;
  private static final int MOST = 8;
  private static final Duration LONGEST = Duration.ofSeconds(30);

  public TimeServers(@Nullable List<String> servers, @Nullable Duration timeout) {
    this.servers = servers == null ? List.of() : List.copyOf(servers);
    this.timeout = requireNonNullElse(timeout, Duration.ofSeconds(3));
    if (!this.timeout.isPositive() || this.timeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "time.timeout is " + this.timeout + "; set it to more than none and at most " + LONGEST);
    }
    if (this.servers.size() > MOST || Set.copyOf(this.servers).size() < this.servers.size()) {
      throw new IllegalArgumentException("time.servers names one twice, or more than " + MOST);
    }
    this.servers.forEach(TimeServers::address);
  }

  /** No server is asked. */
  public static TimeServers none() {
    return new TimeServers(null, null);
  }

  /** Where a server is, not looked up yet. */
  static InetSocketAddress address(String server) {
    URI uri;
    try {
      uri = URI.create("ntp://" + server);
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(wrong(server), malformed);
    }
    if (uri.getHost() == null || !uri.getPath().isEmpty() || uri.getUserInfo() != null) {
      throw new IllegalArgumentException(wrong(server));
    }
    String host = uri.getHost().replaceAll("[\\[\\]]", "");
    return InetSocketAddress.createUnresolved(host, uri.getPort() < 0 ? NTP : uri.getPort());
  }

  private static String wrong(String server) {
    return "time.servers: '" + server + "' is no address; write host or host:port";
  }
}
