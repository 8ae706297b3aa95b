package io.assay.ledger.wal;

import io.assay.ledger.disk.Disk;
import io.assay.ledger.disk.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A segment being filled: first a spare file of zeros, then, once it has its header, a segment
 * under its own name. Preallocation means that forcing a record does not have to force a new
 * length.
 */
final class LiveSegment {

  static final String SPARE = "spare";

  private static final int CHUNK = 1 << 20;

  private final Disk disk;
  private final Path directory;
  private final SegmentHeader header;
  private ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
  private long written = SegmentHeader.BYTES;
  private @Nullable DiskFile file;

  LiveSegment(Disk disk, Path directory, SegmentHeader header) {
    this.disk = disk;
    this.directory = directory;
    this.header = header;
  }

  /** Reserves a spare file's room on the disk. */
  static void preallocate(Disk disk, Path directory, int capacity) throws IOException {
    try (DiskFile file = disk.open(directory.resolve(SPARE))) {
      file.truncate(0);
      ByteBuffer zeros = ByteBuffer.allocateDirect(Math.min(CHUNK, capacity));
      for (long at = 0; at < capacity; at += zeros.capacity()) {
        file.write(at, zeros.clear().limit((int) Math.min(zeros.capacity(), capacity - at)));
      }
      file.force();
    } catch (IOException full) {
      disk.delete(directory.resolve(SPARE));
      throw new IOException(
          "%s; free %d bytes in %s".formatted(full.getMessage(), capacity, directory), full);
    }
  }

  SegmentHeader header() {
    return header;
  }

  Path path() {
    return directory.resolve(header.fileName());
  }

  /** Fills the spare file with the header and first records, forces them, and gives it its name. */
  void activate(List<byte[]> records) throws IOException {
    file = disk.open(directory.resolve(SPARE));
    file.writeFully(0, header.encode());
    write(header.first(), records);
    file.force();
    disk.rename(directory.resolve(SPARE), path());
    disk.forceDirectory(directory);
  }

  /** Writes records as one batch behind the last; {@link #force} makes them durable. */
  void write(long first, List<byte[]> records) throws IOException {
    buffer.clear();
    long index = first;
    for (byte[] payload : records) {
      reserve(Frame.size(payload));
      new Frame(index++, first, payload).putInto(buffer, header);
    }
    flush();
  }

  void force() throws IOException {
    file().force();
  }

  /** Notes behind the last record that all before it is durable; the next batch overwrites it. */
  void seal(long next) throws IOException {
    buffer.clear();
    Frame.seal(next).putInto(buffer, header);
    file().write(written, buffer.flip());
  }

  /** Gives back the room behind the last record; nothing more is written here. */
  void finish() throws IOException {
    file().truncate(written);
    close();
  }

  void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }

  private DiskFile file() throws IOException {
    if (file == null) {
      throw new IOException("segment " + header.fileName() + " is not open");
    }
    return file;
  }

  private void reserve(int bytes) throws IOException {
    if (buffer.remaining() >= bytes) {
      return;
    }
    if (buffer.capacity() < CHUNK) {
      int larger = Math.min(CHUNK, Math.max(buffer.capacity() * 4, bytes));
      buffer = ByteBuffer.allocateDirect(larger).put(buffer.flip());
      reserve(bytes);
    } else {
      flush();
    }
  }

  private void flush() throws IOException {
    int length = buffer.flip().remaining();
    file().write(written, buffer);
    written += length;
    buffer.clear();
  }
}
