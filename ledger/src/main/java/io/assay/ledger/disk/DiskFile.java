package io.assay.ledger.disk;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One open file, read and written at positions. Safe for several threads. */
public interface DiskFile extends Closeable {

  /** Writes all that remains in the buffer. */
  void write(long position, ByteBuffer bytes) throws IOException;

  /** Reads into the buffer; returns how many bytes, or -1 at the end of the file. */
  int read(long position, ByteBuffer bytes) throws IOException;

  /** Returns once the file's content and size are on the device (fdatasync). */
  void force() throws IOException;

  void truncate(long size) throws IOException;

  long size() throws IOException;

  default void writeFully(long position, byte[] bytes) throws IOException {
    write(position, ByteBuffer.wrap(bytes));
  }

  /**
   * Reads exactly so many bytes.
   *
   * @throws EOFException when the file ends before them
   */
  default byte[] readFully(long position, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (read(position + bytes.position(), bytes) < 0) {
        throw new EOFException("file ends after " + (position + bytes.position()) + " bytes");
      }
    }
    return bytes.array();
  }
}
