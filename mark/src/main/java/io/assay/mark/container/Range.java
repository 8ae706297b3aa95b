package io.assay.mark.container;

/** A run of bytes: {@code length} bytes from {@code at}. */
public record Range(long at, long length) {
  public Range {
    if (at < 0 || length < 0) {
      throw new IllegalArgumentException("range " + at + "+" + length + " must not be negative");
    }
  }

  /** The first offset behind the run. */
  public long end() {
    return at + length;
  }
}
