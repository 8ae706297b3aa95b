package io.assay.ledger.wal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * One record in a segment: length, CRC32C, index, base, payload. The base is the index of the first
 * record of the batch that was forced together, so a frame testifies that everything before its
 * base was durable when it was written; that is what tells a torn tail from corruption. A frame
 * without payload is a seal: all before it is durable.
 */
record Frame(long index, long base, byte[] payload) {

  static final int HEADER_BYTES = 24;
  static final int MAX_PAYLOAD = 65_535;

  private static final int CRC_AT = 4;
  private static final int INDEX_AT = 8;
  private static final int BASE_AT = 16;

  static int size(byte[] payload) {
    return HEADER_BYTES + payload.length;
  }

  static Frame seal(long next) {
    return new Frame(next, next, new byte[0]);
  }

  boolean isSeal() {
    return payload.length == 0;
  }

  void putInto(ByteBuffer buffer, SegmentHeader segment) {
    int start = buffer.position();
    buffer.putInt(payload.length).putInt(0).putLong(index).putLong(base).put(payload);
    int crc = crc(buffer, start, payload.length, segment);
    buffer.putInt(start + CRC_AT, crc);
  }

  /** Whether the bytes at a position look like a frame's head; {@link #isValidAt} is the proof. */
  static boolean isPlausibleAt(ByteBuffer buffer, int at) {
    int length = buffer.getInt(at);
    return length >= 0 && length <= MAX_PAYLOAD && buffer.getInt(at + CRC_AT) != 0;
  }

  /** Whether a whole, undamaged frame of the segment stands at a position of the buffer. */
  static boolean isValidAt(ByteBuffer buffer, int at, SegmentHeader segment) {
    if (buffer.limit() - at < HEADER_BYTES || !isPlausibleAt(buffer, at)) {
      return false;
    }
    int length = buffer.getInt(at);
    return buffer.limit() - at >= HEADER_BYTES + length
        && buffer.getInt(at + CRC_AT) == crc(buffer, at, length, segment);
  }

  static long indexAt(ByteBuffer buffer, int at) {
    return buffer.getLong(at + INDEX_AT);
  }

  static long baseAt(ByteBuffer buffer, int at) {
    return buffer.getLong(at + BASE_AT);
  }

  static Frame read(ByteBuffer buffer, int at) {
    byte[] payload = new byte[buffer.getInt(at)];
    buffer.get(at + HEADER_BYTES, payload);
    return new Frame(indexAt(buffer, at), baseAt(buffer, at), payload);
  }

  private static int crc(ByteBuffer buffer, int at, int length, SegmentHeader segment) {
    CRC32C crc = new CRC32C();
    ByteBuffer salt = ByteBuffer.allocate(20).putLong(segment.epoch()).putLong(segment.first());
    crc.update(salt.putInt(length).flip());
    crc.update(buffer.slice(at + INDEX_AT, HEADER_BYTES - INDEX_AT + length));
    return (int) crc.getValue();
  }
}
