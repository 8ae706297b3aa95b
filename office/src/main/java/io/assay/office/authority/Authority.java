package io.assay.office.authority;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An authority that reports go to.
 *
 * @param region administrative division, six digits of GB/T 2260; empty for the whole country
 * @param types matters it takes, separated by blanks, each with all that begin with it; empty for
 *     all
 * @param address a mail address, {@code sftp://user@host:port/folder}, or where to hand it over
 * @param hostKey fingerprint of the SFTP server's key, {@code SHA256:…}; empty for other channels
 * @param retiredAt since when nothing is sent to it; null while it is in force
 */
public record Authority(
    String id,
    String nameZh,
    String nameEn,
    Kind kind,
    String region,
    String types,
    Channel channel,
    String address,
    String hostKey,
    Instant addedAt,
    @Nullable Instant retiredAt) {

  /** Which branch of government. */
  public enum Kind {
    CAC,
    TELECOM,
    POLICE,
    OTHER
  }

  /** How it takes reports. */
  public enum Channel {
    MAIL,
    SFTP,
    MANUAL
  }

  public boolean inForce() {
    return retiredAt == null;
  }

  /** Whether it takes what no other one is named for. */
  boolean general() {
    return kind == Kind.CAC && types.isEmpty();
  }

  boolean names(String type) {
    return wanted().stream()
        .anyMatch(it -> type.equals(it) || type.startsWith(it + "-") || type.startsWith(it + "."));
  }

  /** How near it is to a region: digits in common, 0 for the country, -1 when it is elsewhere. */
  int nearness(String asked) {
    String own = region.replaceAll("(00)+$", "");
    return asked.startsWith(own) ? own.length() : -1;
  }

  private List<String> wanted() {
    return Stream.of(types.split(" ", -1)).filter(it -> !it.isEmpty()).toList();
  }
}
