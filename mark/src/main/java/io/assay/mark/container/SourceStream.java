package io.assay.mark.container;

import java.io.InputStream;

/** A source read from one offset to another. */
final class SourceStream extends InputStream {
  private final Source source;
  private final long end;
  private long at;

  SourceStream(Source source, long at, long end) {
    this.source = source;
    this.at = at;
    this.end = end;
  }

  @Override
  public int read() {
    return at < end ? source.u8(at++) : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (at >= end) {
      return length == 0 ? 0 : -1;
    }
    int count = (int) Math.min(length, end - at);
    source.read(at, into, offset, count);
    at += count;
    return count;
  }

  @Override
  public long skip(long count) {
    long skipped = Math.max(0, Math.min(count, end - at));
    at += skipped;
    return skipped;
  }
}
