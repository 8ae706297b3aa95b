package io.assay.ledger.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The one form in which a bundle's members make up a zip file: stored, one behind the other, dated
 * 1980-01-01, without extra fields or comments. So every byte of a bundle follows from its members
 * and their order.
 */
final class ZipForm {

  static final int LOCAL = 0x04034b50;
  static final int LOCAL_BYTES = 30;
  static final long MAX_BYTES = 0xFFFFFFFEL;

  private static final int CENTRAL = 0x02014b50;
  private static final int CENTRAL_BYTES = 46;
  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int MANY = 0xFFFF;
  private static final short VERSION = 20;
  private static final short VERSION_64 = 45;
  private static final short UTF_8 = 1 << 11;
  private static final int DATE = 0x21 << 16;

  /**
   * A member and its place.
   *
   * @param crc the CRC-32 of its content
   * @param offset where its header stands
   */
  record Member(String name, int crc, int size, long offset) {

    byte[] nameBytes() {
      return name.getBytes(StandardCharsets.UTF_8);
    }
  }

  private ZipForm() {}

  /** What stands before a member's content. */
  static byte[] local(Member member) {
    byte[] name = member.nameBytes();
    ByteBuffer header = buffer(LOCAL_BYTES + name.length).putInt(LOCAL);
    return common(header, member, name).put(name).array();
  }

  /** What stands behind the last member. */
  static void writeDirectory(Iterable<Member> members, long at, OutputStream out)
      throws IOException {
    long count = 0;
    long bytes = 0;
    for (Member member : members) {
      byte[] header = central(member);
      out.write(header);
      bytes += header.length;
      count++;
    }
    if (count >= MANY) {
      out.write(end64(count, bytes, at));
    }
    short shown = (short) Math.min(count, MANY);
    out.write(
        buffer(22)
            .putInt(END)
            .putInt(0)
            .putShort(shown)
            .putShort(shown)
            .putInt((int) bytes)
            .putInt((int) at)
            .array());
  }

  private static byte[] central(Member member) {
    byte[] name = member.nameBytes();
    ByteBuffer header = buffer(CENTRAL_BYTES + name.length).putInt(CENTRAL).putShort(VERSION);
    return common(header, member, name)
        .putShort((short) 0)
        .putShort((short) 0)
        .putShort((short) 0)
        .putInt(0)
        .putInt((int) member.offset())
        .put(name)
        .array();
  }

  private static ByteBuffer common(ByteBuffer header, Member member, byte[] name) {
    return header
        .putShort(VERSION)
        .putShort(UTF_8)
        .putShort((short) 0)
        .putInt(DATE)
        .putInt(member.crc())
        .putInt(member.size())
        .putInt(member.size())
        .putShort((short) name.length)
        .putShort((short) 0);
  }

  private static byte[] end64(long count, long bytes, long at) {
    return buffer(76)
        .putInt(END_64)
        .putLong(44)
        .putShort(VERSION_64)
        .putShort(VERSION_64)
        .putInt(0)
        .putInt(0)
        .putLong(count)
        .putLong(count)
        .putLong(bytes)
        .putLong(at)
        .putInt(LOCATOR_64)
        .putInt(0)
        .putLong(at + bytes)
        .putInt(1)
        .array();
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
