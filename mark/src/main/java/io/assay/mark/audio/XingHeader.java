package io.assay.mark.audio;

import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The frame at the start of many MP3 files that counts frames and bytes and holds a table for
 * seeking, named Xing or Info.
 */
public record XingHeader(Mp3Frame frame, long at, int flags) {
  private static final int FRAMES = 1;
  private static final int BYTES = 2;
  private static final int TABLE = 4;
  private static final int POINTS = 100;

  public static Optional<XingHeader> read(Source file, Mp3Frame frame) {
    long at = frame.at() + frame.side() + frame.sideLength();
    boolean named = file.matches(at, "Xing") || file.matches(at, "Info");
    return named && at + 8 <= frame.end()
        ? Optional.of(new XingHeader(frame, at, (int) file.u32be(at + 4)))
        : Optional.empty();
  }

  /**
   * The edits that count {@code frames} more frames of {@code bytes} bytes, put in directly behind
   * this one or at the end.
   */
  public List<Splice> grow(Source file, long frames, long bytes, boolean atStart) {
    long field = at + 8;
    List<Splice> splices = new ArrayList<>();
    long oldFrames = 0;
    if ((flags & FRAMES) != 0) {
      oldFrames = file.u32be(field);
      splices.add(u32(field, oldFrames + frames));
      field += 4;
    }
    long oldBytes = 0;
    if ((flags & BYTES) != 0) {
      oldBytes = file.u32be(field);
      splices.add(u32(field, oldBytes + bytes));
      field += 4;
    }
    boolean countable = oldFrames > 0 && oldBytes > 0 && field + POINTS <= frame.end();
    if ((flags & TABLE) != 0 && countable && atStart) {
      byte[] table = file.bytes(field, POINTS);
      splices.add(Splice.overwrite(field, table(table, oldFrames, oldBytes, frames, bytes)));
    }
    return withChecksum(file, splices);
  }

  private static byte[] table(byte[] old, long oldFrames, long oldBytes, long frames, long bytes) {
    byte[] table = new byte[POINTS];
    for (int i = 0; i < POINTS; i++) {
      double wanted = i / 100.0 * (oldFrames + frames);
      double position =
          wanted < frames
              ? bytes * wanted / frames
              : bytes
                  + oldBytes
                      * (old[(int) Math.min(99, 100 * (wanted - frames) / oldFrames)] & 0xff)
                      / 256.0;
      table[i] = (byte) Math.min(255, Math.round(256 * position / (oldBytes + bytes)));
    }
    return table;
  }

  /** The encoder's extension ends in a checksum over the whole frame so far. */
  private List<Splice> withChecksum(Source file, List<Splice> splices) {
    boolean fullFlags = (flags & 0x0f) == 0x0f;
    if (!fullFlags || at + 8 + 4 + 4 + POINTS + 4 + 36 > frame.end()) {
      return splices;
    }
    long tag = at + 8 + 4 + 4 + POINTS + 4;
    long checked = tag + 34;
    byte[] bytes = file.bytes(frame.at(), checked - frame.at());
    for (Splice splice : splices) {
      System.arraycopy(
          splice.insert(), 0, bytes, (int) (splice.offset() - frame.at()), splice.insert().length);
    }
    splices.add(
        Splice.overwrite(checked, ByteBuffer.allocate(2).putShort((short) crc16(bytes)).array()));
    return splices;
  }

  private static int crc16(byte[] bytes) {
    int crc = 0;
    for (byte b : bytes) {
      crc ^= b & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) != 0 ? crc >>> 1 ^ 0xa001 : crc >>> 1;
      }
    }
    return crc;
  }

  private static Splice u32(long at, long value) {
    return Splice.overwrite(at, ByteBuffer.allocate(4).putInt((int) value).array());
  }
}
