package io.assay.ledger;

import org.jspecify.annotations.Nullable;

/** Why the ledger refuses or fails. The message names the value and the mend. */
public final class LedgerException extends RuntimeException {

  /** The kinds of refusal. */
  public enum Reason {
    /** The entry does not fit a bundle's 16-bit length. */
    TOO_LARGE,
    /** The ledger has been closed. */
    CLOSED,
    /** A write or fdatasync failed; nothing more is accepted until the ledger is opened anew. */
    POISONED,
    /** There is no room for the entry; appending works again once there is. */
    DISK_FULL,
    /** The clock stands before a time that the ledger has seen. */
    CLOCK_WENT_BACK,
    /** Another process writes to this ledger. */
    SECOND_WRITER,
    /** What lies on the disk is not what was written. */
    CORRUPT,
    /** A witness has seen a tree that this log does not have. */
    FORKED,
    /** No checkpoint covers the entry yet. */
    NOT_PUBLISHED,
    /** The replica or the witnesses asked for are not configured. */
    NOT_CONFIGURED,
    /** A store, replica or witness could not be reached. */
    UNAVAILABLE,
    /** The data may only be stored and protected. */
    RESTRICTED,
    /** The waiting thread was interrupted. */
    INTERRUPTED
  }

  private static final long serialVersionUID = 1;

  private final Reason reason;

  public LedgerException(Reason reason, String message) {
    this(reason, message, null);
  }

  public LedgerException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** The same refusal, thrown anew where somebody else meets it. */
  public LedgerException again() {
    return new LedgerException(reason, String.valueOf(getMessage()), this);
  }
}
