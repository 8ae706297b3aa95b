package io.assay.ledger.wal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The head of a segment file: which shard it belongs to, in which epoch of its writer it was begun,
 * and the index of its first record.
 */
record SegmentHeader(String shard, long epoch, long first) {

  static final int BYTES = 256;

  private static final long MAGIC = 0x4153534159_57414CL;
  private static final int VERSION = 1;
  private static final int CRC_AT = BYTES - Integer.BYTES;

  String fileName() {
    return "%016d-%020d%s".formatted(epoch, first, SegmentFiles.SUFFIX);
  }

  byte[] encode() {
    byte[] name = shard.getBytes(StandardCharsets.UTF_8);
    ByteBuffer buffer =
        ByteBuffer.allocate(BYTES)
            .putLong(MAGIC)
            .putInt(VERSION)
            .putLong(epoch)
            .putLong(first)
            .putShort((short) name.length)
            .put(name);
    buffer.putInt(CRC_AT, crc(buffer.array()));
    return buffer.array();
  }

  /** The header, when the bytes are one. */
  static Optional<SegmentHeader> decode(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    if (bytes.length != BYTES
        || buffer.getInt(CRC_AT) != crc(bytes)
        || buffer.getLong() != MAGIC
        || buffer.getInt() != VERSION) {
      return Optional.empty();
    }
    long epoch = buffer.getLong();
    long first = buffer.getLong();
    byte[] name = new byte[buffer.getShort()];
    buffer.get(name);
    return Optional.of(new SegmentHeader(new String(name, StandardCharsets.UTF_8), epoch, first));
  }

  private static int crc(byte[] header) {
    CRC32C crc = new CRC32C();
    crc.update(header, 0, CRC_AT);
    return (int) crc.getValue();
  }
}
