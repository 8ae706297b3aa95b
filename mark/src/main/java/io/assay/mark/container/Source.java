package io.assay.mark.container;

import io.assay.mark.MarkException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A file as random-access bytes. Reading outside it is a {@link MarkException} that names the
 * offset, so parsers need no bounds checks of their own. Not safe for use by several threads.
 */
public interface Source {
  /** The most that one call copies into memory. */
  int MAX_COPY = 256 << 20;

  /** How much is copied at a time. */
  int PIECE = 64 << 10;

  long length();

  /** Copies {@code length} bytes from {@code at}; all of them, or it throws. */
  void read(long at, byte[] into, int offset, int length);

  /** A view of {@code bytes}, which must not change afterwards. */
  static Source of(byte[] bytes) {
    return new MemorySource(bytes);
  }

  /** Opens a file; the caller closes it. */
  static FileSource open(Path path) {
    return FileSource.open(path);
  }

  /** Opens a file that is deleted when it is closed. */
  static FileSource openTemporary(Path path) {
    return FileSource.open(path, StandardOpenOption.DELETE_ON_CLOSE);
  }

  default byte[] bytes(long at, long length) {
    requireRange(at, length);
    if (length > MAX_COPY) {
      throw MarkException.limit(
          length + " bytes in one piece is over the limit of " + MAX_COPY, at);
    }
    byte[] out = new byte[(int) length];
    read(at, out, 0, out.length);
    return out;
  }

  /** The whole source in memory. */
  default byte[] bytes() {
    return bytes(0, length());
  }

  default int u8(long at) {
    byte[] b = new byte[1];
    read(at, b, 0, 1);
    return b[0] & 0xff;
  }

  default int u16be(long at) {
    return (int) number(at, 2, true);
  }

  default int u16le(long at) {
    return (int) number(at, 2, false);
  }

  default int u24be(long at) {
    return (int) number(at, 3, true);
  }

  default long u32be(long at) {
    return number(at, 4, true);
  }

  default long u32le(long at) {
    return number(at, 4, false);
  }

  /** A 64-bit length or offset; one that does not fit a signed long is malformed. */
  default long u64be(long at) {
    return number(at, 8, true);
  }

  /** A 64-bit length or offset; one that does not fit a signed long is malformed. */
  default long u64le(long at) {
    return number(at, 8, false);
  }

  private long number(long at, int width, boolean bigEndian) {
    byte[] b = new byte[width];
    read(at, b, 0, width);
    long value = 0;
    for (int i = 0; i < width; i++) {
      value = (value << 8) | (b[bigEndian ? i : width - 1 - i] & 0xff);
    }
    if (value < 0) {
      throw MarkException.malformed(
          "64-bit number " + Long.toUnsignedString(value) + " is too large", at);
    }
    return value;
  }

  /** The bytes as ISO 8859-1 characters, the way four-character codes are written. */
  default String latin1(long at, long length) {
    return new String(bytes(at, length), StandardCharsets.ISO_8859_1);
  }

  /** Whether {@code expected} stands at {@code at}; false where the source ends before. */
  default boolean matches(long at, byte[] expected) {
    return at >= 0
        && at + expected.length <= length()
        && Arrays.equals(bytes(at, expected.length), expected);
  }

  /** Whether these ISO 8859-1 characters stand at {@code at}. */
  default boolean matches(long at, String expected) {
    return matches(at, expected.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** A view of a part, with offsets of its own. */
  default Source slice(long at, long length) {
    requireRange(at, length);
    return new SliceSource(this, at, length);
  }

  /** Reads from {@code at} to the end. */
  default InputStream stream(long at) {
    return new SourceStream(this, at, length());
  }

  /** Copies everything in constant memory. */
  default void copyTo(OutputStream out) {
    byte[] piece = new byte[(int) Math.min(length(), PIECE)];
    try {
      for (long at = 0; at < length(); at += piece.length) {
        int count = (int) Math.min(piece.length, length() - at);
        read(at, piece, 0, count);
        out.write(piece, 0, count);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies a run in constant memory; what lies in a file need not pass through this process. */
  default void copyTo(WritableByteChannel out, long at, long length) throws IOException {
    requireRange(at, length);
    byte[] piece = new byte[(int) Math.min(length, PIECE)];
    for (long done = 0; done < length; done += piece.length) {
      int count = (int) Math.min(piece.length, length - done);
      read(at + done, piece, 0, count);
      for (ByteBuffer rest = ByteBuffer.wrap(piece, 0, count); rest.hasRemaining(); ) {
        out.write(rest);
      }
    }
  }

  /** Throws unless the run lies inside the source. */
  default void requireRange(long at, long length) {
    if (at < 0 || length < 0 || at > length() || length > length() - at) {
      throw MarkException.malformed(
          "needs " + length + " bytes at " + at + " but the file ends at " + length(),
          Math.max(0, at));
    }
  }
}
