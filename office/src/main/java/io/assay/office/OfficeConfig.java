package io.assay.office;

import java.net.URI;
import java.time.Duration;

/** Settings of the office, section {@code office}; what is left out has its default. */
public record OfficeConfig(Mode mode, URI publicUrl, Integer port, StaffPolicy staff) {

  /** How strict the office is about shortcuts that only make sense while trying it out. */
  public enum Mode {
    DEVELOPMENT,
    PRODUCTION
  }

  /** Policy for staff accounts; none of these numbers is law. */
  public record StaffPolicy(
      Integer failuresBeforeLock, Duration lock, Duration idle, Integer shortestPassword) {
    public StaffPolicy {
      failuresBeforeLock = failuresBeforeLock == null ? 5 : failuresBeforeLock;
      lock = lock == null ? Duration.ofMinutes(15) : lock;
      idle = idle == null ? Duration.ofMinutes(30) : idle;
      shortestPassword = shortestPassword == null ? 12 : shortestPassword;
      if (failuresBeforeLock < 1 || shortestPassword < 8) {
        throw new IllegalArgumentException(
            "office.staff: failuresBeforeLock must be at least 1, shortestPassword at least 8");
      }
    }

    public static StaffPolicy defaults() {
      return new StaffPolicy(null, null, null, null);
    }
  }

  public OfficeConfig {
    mode = mode == null ? Mode.DEVELOPMENT : mode;
    port = port == null ? 8081 : port;
    publicUrl = publicUrl == null ? URI.create("http://localhost:" + port) : publicUrl;
    staff = staff == null ? StaffPolicy.defaults() : staff;
    if (publicUrl.getScheme() == null || publicUrl.getHost() == null) {
      throw new IllegalArgumentException(
          "office.publicUrl '" + publicUrl + "' is not an absolute http(s) address");
    }
  }

  public static OfficeConfig defaults() {
    return new OfficeConfig(null, null, null, null);
  }

  /** The same on another port; a public address that was not given follows it. */
  public OfficeConfig withPort(int other) {
    boolean followed = publicUrl.equals(URI.create("http://localhost:" + port));
    return new OfficeConfig(mode, followed ? null : publicUrl, other, staff);
  }

  /** {@code path} under the public address. */
  public String address(String path) {
    return publicUrl.toString().replaceAll("/+$", "") + path;
  }

  public boolean production() {
    return mode == Mode.PRODUCTION;
  }
}
