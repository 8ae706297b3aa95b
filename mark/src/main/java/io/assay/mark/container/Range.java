package io.assay.mark.container;

import io.assay.mark.MarkException;

/**
 * A run of bytes: {@code length} bytes from {@code at}. Lengths come from files, so a negative one
 * is a {@link MarkException}.
 */
public record Range(long at, long length) {
  public Range {
    if (at < 0 || length < 0) {
      throw MarkException.malformed(
          "a run of " + length + " bytes at " + at + " is impossible", Math.max(0, at));
    }
  }

  /** The first offset behind the run. */
  public long end() {
    return at + length;
  }
}
