package io.assay.mark.container;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/** A part of another source. */
record SliceSource(Source whole, long start, long length) implements Source {
  @Override
  public void read(long at, byte[] into, int offset, int count) {
    requireRange(at, count);
    whole.read(start + at, into, offset, count);
  }

  @Override
  public void copyTo(WritableByteChannel out, long at, long count) throws IOException {
    requireRange(at, count);
    whole.copyTo(out, start + at, count);
  }
}
