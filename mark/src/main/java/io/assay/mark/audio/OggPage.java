package io.assay.mark.audio;

import io.assay.mark.MarkException;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One page of an Ogg file (RFC 3533).
 *
 * @param lacing the lengths of its segments
 */
public record OggPage(
    long at, int flags, long granule, int serial, long sequence, byte[] lacing, Range body) {
  static final int CONTINUED = 1;
  static final int FIRST = 2;
  static final int LAST = 4;
  private static final int HEADER = 27;
  private static final int[] CRC = crcTable();

  private static int[] crcTable() {
    int[] table = new int[256];
    for (int i = 0; i < 256; i++) {
      int value = i << 24;
      for (int bit = 0; bit < 8; bit++) {
        value = value < 0 ? (value << 1) ^ 0x04c11db7 : value << 1;
      }
      table[i] = value;
    }
    return table;
  }

  public static OggPage read(Source file, long at) {
    if (!file.matches(at, "OggS")) {
      throw MarkException.malformed("an Ogg page was expected", at);
    }
    int segments = file.u8(at + 26);
    byte[] lacing = file.bytes(at + HEADER, segments);
    long length = 0;
    for (byte segment : lacing) {
      length += segment & 0xff;
    }
    Range body = new Range(at + HEADER + segments, length);
    file.requireRange(body.at(), length);
    byte[] granule = file.bytes(at + 6, 8);
    return new OggPage(
        at,
        file.u8(at + 5),
        ByteBuffer.wrap(granule).order(ByteOrder.LITTLE_ENDIAN).getLong(),
        (int) file.u32le(at + 14),
        file.u32le(at + 18),
        lacing,
        body);
  }

  public long end() {
    return body.end();
  }

  boolean isFirst() {
    return (flags & FIRST) != 0;
  }

  /** A whole page with its checksum. */
  static byte[] build(
      int flags, long granule, int serial, long sequence, byte[] lacing, byte[] body) {
    ByteBuffer page =
        ByteBuffer.allocate(HEADER + lacing.length + body.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(new byte[] {'O', 'g', 'g', 'S', 0, (byte) flags})
            .putLong(granule)
            .putInt(serial)
            .putInt((int) sequence)
            .putInt(0)
            .put((byte) lacing.length)
            .put(lacing)
            .put(body);
    return page.putInt(22, crc(page.array())).array();
  }

  /** The eight bytes of sequence number and checksum, for this page under another number. */
  byte[] renumbered(Source file, long number) {
    byte[] whole = file.bytes(at, end() - at);
    ByteBuffer page = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
    page.putInt(18, (int) number).putInt(22, 0);
    return ByteBuffer.allocate(8)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt((int) number)
        .putInt(crc(whole))
        .array();
  }

  private static int crc(byte[] bytes) {
    int crc = 0;
    for (byte b : bytes) {
      crc = (crc << 8) ^ CRC[(crc >>> 24) ^ (b & 0xff)];
    }
    return crc;
  }
}
