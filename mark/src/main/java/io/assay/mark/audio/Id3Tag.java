package io.assay.mark.audio;

import io.assay.mark.MarkException;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An ID3v2 tag at the start of a file, versions 2.2 to 2.4. Reading undoes unsynchronisation of the
 * whole tag; writing keeps frames byte for byte and the version, without unsynchronisation,
 * extended header and footer.
 */
public final class Id3Tag {
  private static final int HEADER = 10;
  private static final int UNSYNCHRONISED = 0x80;
  private static final int EXTENDED = 0x40;
  private static final int FOOTER = 0x10;
  private static final int PADDING = 512;
  private static final long MAX_TAG = 64L << 20;

  /**
   * One frame.
   *
   * @param id three or four characters
   * @param flags as written; 0 in version 2.2
   * @param data the content, as stored
   */
  public record Frame(String id, int flags, byte[] data) {
    /** Content with the unsynchronisation of version 2.4 undone and its length prefix cut. */
    public byte[] plain() {
      byte[] content =
          (flags & 0x01) == 0
              ? data
              : Arrays.copyOfRange(data, Math.min(4, data.length), data.length);
      return (flags & 0x02) == 0 ? content : resynchronise(content);
    }

    boolean readable() {
      return (flags & 0x0c) == 0;
    }
  }

  private final int version;
  private final long length;
  private final List<Frame> frames;

  private Id3Tag(int version, long length, List<Frame> frames) {
    this.version = version;
    this.length = length;
    this.frames = List.copyOf(frames);
  }

  /** The tag of the file, or an empty one of version 2.4 and length 0. */
  public static Id3Tag read(Source file) {
    if (!file.matches(0, "ID3")) {
      return new Id3Tag(4, 0, List.of());
    }
    int version = file.u8(3);
    int flags = file.u8(5);
    if (version < 2 || version > 4) {
      throw MarkException.unsupported("ID3 version 2." + version);
    }
    long size = synchsafe(file, 6);
    if (size > MAX_TAG) {
      throw MarkException.limit("an ID3 tag of " + size + " bytes", 6);
    }
    long length = HEADER + size + ((flags & FOOTER) != 0 && version == 4 ? HEADER : 0);
    file.requireRange(0, length);
    byte[] body = file.bytes(HEADER, size);
    boolean whole = (flags & UNSYNCHRONISED) != 0 && version < 4;
    Source content = Source.of(whole ? resynchronise(body) : body);
    return new Id3Tag(
        version, length, frames(content, version, extendedLength(content, version, flags)));
  }

  private static long extendedLength(Source body, int version, int flags) {
    if ((flags & EXTENDED) == 0 || version == 2) {
      return 0;
    }
    return version == 4 ? synchsafe(body, 0) : body.u32be(0) + 4;
  }

  private static List<Frame> frames(Source body, int version, long from) {
    List<Frame> frames = new ArrayList<>();
    int header = version == 2 ? 6 : 10;
    long at = from;
    while (at + header <= body.length() && body.u8(at) != 0) {
      String id = body.latin1(at, version == 2 ? 3 : 4);
      if (!id.matches("[A-Z0-9]+")) {
        break;
      }
      long size = size(body, at, version);
      if (size > body.length() - at - header) {
        throw MarkException.malformed(
            "ID3 frame " + id + " passes the end of its tag", HEADER + at);
      }
      int flags = version == 2 ? 0 : body.u16be(at + 8);
      frames.add(new Frame(id, flags, body.bytes(at + header, size)));
      at += header + size;
    }
    return frames;
  }

  private static long size(Source body, long at, int version) {
    if (version == 2) {
      return body.u24be(at + 3);
    }
    boolean plainSize = version == 3 || (body.u32be(at + 4) & 0x80808080L) != 0;
    return plainSize ? body.u32be(at + 4) : synchsafe(body, at + 4);
  }

  private static long synchsafe(Source source, long at) {
    return (long) (source.u8(at) & 0x7f) << 21
        | (source.u8(at + 1) & 0x7f) << 14
        | (source.u8(at + 2) & 0x7f) << 7
        | (source.u8(at + 3) & 0x7f);
  }

  private static byte[] resynchronise(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      out.write(bytes[i]);
      if (bytes[i] == (byte) 0xff && i + 1 < bytes.length && bytes[i + 1] == 0) {
        i++;
      }
    }
    return out.toByteArray();
  }

  public int version() {
    return version;
  }

  /** The run of the file that the tag fills. */
  public Range whole() {
    return new Range(0, length);
  }

  public List<Frame> frames() {
    return frames;
  }

  /** A tag of the same version with other frames. */
  public Id3Tag with(List<Frame> others) {
    return new Id3Tag(version, length, others);
  }

  /** The identifier of a frame in this version, from its four characters. */
  public String idFor(String four) {
    return version == 2 && four.equals("GEOB")
        ? "GEO"
        : version == 2 && four.equals("TXXX") ? "TXX" : four;
  }

  /** The whole tag; it keeps the length it had where its frames fit, else it gains padding. */
  public byte[] bytes() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    frames.forEach(frame -> write(frame, body));
    int fitted = body.size() + HEADER <= length ? (int) length - HEADER : body.size() + PADDING;
    byte[] content = Arrays.copyOf(body.toByteArray(), fitted);
    return ByteBuffer.allocate(HEADER + fitted)
        .put(new byte[] {'I', 'D', '3', (byte) version, 0, 0})
        .put(synchsafe(fitted))
        .put(content)
        .array();
  }

  private void write(Frame frame, ByteArrayOutputStream out) {
    int size = frame.data().length;
    out.writeBytes(frame.id().getBytes(StandardCharsets.ISO_8859_1));
    if (version == 2) {
      out.writeBytes(new byte[] {(byte) (size >> 16), (byte) (size >> 8), (byte) size});
    } else {
      out.writeBytes(version == 4 ? synchsafe(size) : ByteBuffer.allocate(4).putInt(size).array());
      out.write(frame.flags() >> 8);
      out.write(frame.flags());
    }
    out.writeBytes(frame.data());
  }

  private static byte[] synchsafe(int value) {
    return new byte[] {
      (byte) (value >> 21 & 0x7f),
      (byte) (value >> 14 & 0x7f),
      (byte) (value >> 7 & 0x7f),
      (byte) (value & 0x7f)
    };
  }
}
