package io.assay.mark;

import java.util.OptionalLong;

/**
 * What marking or inspecting a file fails with: the reason, a message that names the value and the
 * mend, and the byte offset in the input where one is known. The input is untouched whenever this
 * is thrown.
 */
public final class MarkException extends RuntimeException {
  private static final long NOWHERE = -1;

  /** Why a file could not be marked or read. */
  public enum Reason {
    /** The bytes break the rules of their container. */
    MALFORMED,
    /** The container, codec or feature is one this library does not write. */
    UNSUPPORTED,
    /** A bound on size, depth or count was met before the work was done. */
    LIMIT,
    /** What was written could not be read back, so it was not handed out. */
    READ_BACK,
    /** The request asks for something that the rules forbid. */
    REQUEST,
    /** The file system failed. */
    IO
  }

  private final Reason reason;
  private final long offset;

  public MarkException(Reason reason, String message) {
    this(reason, message, NOWHERE);
  }

  public MarkException(Reason reason, String message, long offset) {
    super(offset < 0 ? message : message + " (at byte " + offset + ")");
    this.reason = reason;
    this.offset = offset;
  }

  public MarkException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.offset = NOWHERE;
  }

  /** Bytes that break their container's rules at {@code offset}. */
  public static MarkException malformed(String message, long offset) {
    return new MarkException(Reason.MALFORMED, message, offset);
  }

  /** A container feature that is not written here. */
  public static MarkException unsupported(String message) {
    return new MarkException(Reason.UNSUPPORTED, message);
  }

  /** A bound that was met at {@code offset}. */
  public static MarkException limit(String message, long offset) {
    return new MarkException(Reason.LIMIT, message, offset);
  }

  public Reason reason() {
    return reason;
  }

  /** The offset in the input, where one is known. */
  public OptionalLong offset() {
    return offset < 0 ? OptionalLong.empty() : OptionalLong.of(offset);
  }
}
