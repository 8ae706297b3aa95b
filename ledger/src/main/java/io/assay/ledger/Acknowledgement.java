package io.assay.ledger;

/** How much must have happened to an entry before somebody relies on it. */
public enum Acknowledgement {
  /** The entry's fdatasync has returned: it survives a crash of the process and the system. */
  DURABLE,
  /** The entry is durable in a second failure domain as well: it survives the loss of the disk. */
  REPLICATED,
  /** The entry is in a published checkpoint with the cosignatures that the ledger requires. */
  WITNESSED
}
