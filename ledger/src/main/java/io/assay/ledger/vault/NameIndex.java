package io.assay.ledger.vault;

import io.assay.ledger.disk.Disk;
import io.assay.ledger.disk.DiskFile;
import io.assay.ledger.wal.WalArchive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * A file that says where in a full segment each record stands: the head of the record's name and
 * its byte in the segment, sorted, and a checksum. It can always be made again.
 */
final class NameIndex {

  private static final int HEAD_BYTES = 16;
  private static final int ROW_BYTES = HEAD_BYTES + Integer.BYTES;

  private NameIndex() {}

  static Path of(Path segment) {
    return segment.resolveSibling(segment.getFileName() + ".names");
  }

  /** Makes the index of a segment. */
  static void write(Disk disk, WalArchive log, int segment) throws IOException {
    Map<byte[], Integer> places = new TreeMap<>(Arrays::compareUnsigned);
    log.read(
        segment,
        (position, record) -> places.put(Arrays.copyOf(record, HEAD_BYTES), (int) position));
    ByteBuffer rows = ByteBuffer.allocate(places.size() * ROW_BYTES + Integer.BYTES);
    places.forEach((head, position) -> rows.put(head).putInt(position));
    rows.putInt(checksum(rows.array()));
    disk.replace(of(log.path(segment)), rows.array());
  }

  /** Whether an index is there and whole. */
  static boolean isSound(Disk disk, Path index) throws IOException {
    if (!disk.exists(index)) {
      return false;
    }
    byte[] bytes = disk.read(index);
    return bytes.length % ROW_BYTES == Integer.BYTES
        && ByteBuffer.wrap(bytes).getInt(bytes.length - Integer.BYTES) == checksum(bytes);
  }

  /** The byte at which the record of a name stands; empty when the segment holds none. */
  static OptionalLong find(Disk disk, Path index, byte[] name) throws IOException {
    try (DiskFile file = disk.openToRead(index)) {
      long low = 0;
      long high = file.size() / ROW_BYTES - 1;
      while (low <= high) {
        long middle = (low + high) >>> 1;
        byte[] row = file.readFully(middle * ROW_BYTES, ROW_BYTES);
        int order = Arrays.compareUnsigned(row, 0, HEAD_BYTES, name, 0, HEAD_BYTES);
        if (order == 0) {
          return OptionalLong.of(ByteBuffer.wrap(row).getInt(HEAD_BYTES));
        }
        if (order < 0) {
          low = middle + 1;
        } else {
          high = middle - 1;
        }
      }
      return OptionalLong.empty();
    }
  }

  private static int checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length - Integer.BYTES);
    return (int) crc.getValue();
  }
}
