package io.assay.mark.container;

/**
 * One edit of a file: at {@code offset} of the original, {@code remove} bytes give way to {@code
 * insert}.
 */
public record Splice(long offset, long remove, byte[] insert) {
  private static final byte[] NOTHING = {};

  public Splice {
    if (offset < 0 || remove < 0) {
      throw new IllegalArgumentException("splice at " + offset + " removing " + remove);
    }
  }

  public static Splice insert(long offset, byte[] bytes) {
    return new Splice(offset, 0, bytes);
  }

  public static Splice remove(long offset, long length) {
    return new Splice(offset, length, NOTHING);
  }

  public static Splice remove(Range range) {
    return remove(range.at(), range.length());
  }

  /** Overwrites as many bytes as are given. */
  public static Splice overwrite(long offset, byte[] bytes) {
    return new Splice(offset, bytes.length, bytes);
  }

  /** The first offset of the original behind this edit. */
  public long end() {
    return offset + remove;
  }
}
