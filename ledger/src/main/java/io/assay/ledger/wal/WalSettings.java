package io.assay.ledger.wal;

/**
 * Sizes of a write-ahead log.
 *
 * @param segmentBytes the length of a segment, all of it reserved on the disk beforehand
 * @param maxInFlight how many records may wait for their force before appending blocks
 */
public record WalSettings(int segmentBytes, int maxInFlight) {

  public static final WalSettings DEFAULT = new WalSettings(64 << 20, 8192);

  static final int MIN_SEGMENT = 1 << 17;

  public WalSettings {
    if (segmentBytes < MIN_SEGMENT) {
      throw new IllegalArgumentException(
          "a segment of " + segmentBytes + " bytes is too small; at least " + MIN_SEGMENT);
    }
    if (maxInFlight < 1) {
      throw new IllegalArgumentException("at least one record is in flight, not " + maxInFlight);
    }
  }
}
