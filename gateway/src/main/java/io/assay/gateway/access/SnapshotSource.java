package io.assay.gateway.access;

/** Where snapshots come from: the office's registers. Both methods throw when out of reach. */
public interface SnapshotSource {

  /** The version of the registers now; cheap, asked several times a second. */
  long version();

  /** One consistent snapshot. */
  Snapshot read();
}
