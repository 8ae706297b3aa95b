package io.assay.office.authority;

/**
 * An authority that reports go to.
 *
 * @param kind CAC, TELECOM, POLICE or OTHER
 * @param region administrative division; empty for the whole country
 * @param address a mail address, or where to hand it over
 */
public record Authority(
    String id, String name, Kind kind, String region, Channel channel, String address) {

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
    MANUAL
  }
}
