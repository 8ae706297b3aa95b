package io.assay.mark.container;

/** A part of another source. */
record SliceSource(Source whole, long start, long length) implements Source {
  @Override
  public void read(long at, byte[] into, int offset, int count) {
    requireRange(at, count);
    whole.read(start + at, into, offset, count);
  }
}
