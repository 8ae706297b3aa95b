package io.assay.mark.container;

/** Bytes in memory. */
record MemorySource(byte[] content) implements Source {
  @Override
  public long length() {
    return content.length;
  }

  @Override
  public void read(long at, byte[] into, int offset, int length) {
    requireRange(at, length);
    System.arraycopy(content, (int) at, into, offset, length);
  }

  @Override
  public int u8(long at) {
    requireRange(at, 1);
    return content[(int) at] & 0xff;
  }
}
