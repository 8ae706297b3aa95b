package io.assay.mark.image;

import io.assay.mark.MarkException;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The marker segments of a JPEG file before its first scan (ITU-T T.81, annex B). */
public final class JpegSegments {
  /** The most content that one segment holds. */
  public static final int MAX_CONTENT = 65533;

  public static final int APP0 = 0xe0;
  public static final int APP1 = 0xe1;
  public static final int APP11 = 0xeb;
  private static final int START_OF_SCAN = 0xda;
  private static final int END_OF_IMAGE = 0xd9;

  /**
   * One segment.
   *
   * @param marker the byte behind 0xff
   * @param whole the run with marker and length
   */
  public record Segment(int marker, Range whole) {
    /** The run of the content alone. */
    public Range data() {
      return new Range(whole.at() + 4, whole.length() - 4);
    }
  }

  private final List<Segment> segments = new ArrayList<>();
  private final long scanAt;

  private JpegSegments(Source file) {
    if (!file.matches(0, new byte[] {(byte) 0xff, (byte) 0xd8})) {
      throw MarkException.malformed("a JPEG file must start with SOI", 0);
    }
    long at = 2;
    while (true) {
      if (file.u8(at) != 0xff) {
        throw MarkException.malformed("a JPEG marker was expected", at);
      }
      int marker = file.u8(at + 1);
      if (marker == 0xff) {
        at++;
        continue;
      }
      if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
        break;
      }
      int length = file.u16be(at + 2);
      if (length < 2) {
        throw MarkException.malformed("a JPEG segment of " + length + " bytes", at);
      }
      file.requireRange(at, 2L + length);
      segments.add(new Segment(marker, new Range(at, 2L + length)));
      at += 2L + length;
    }
    scanAt = at;
  }

  public static JpegSegments read(Source file) {
    return new JpegSegments(file);
  }

  public List<Segment> all() {
    return List.copyOf(segments);
  }

  /** Where the first scan starts; everything behind is picture data or a trailer. */
  public long scanAt() {
    return scanAt;
  }

  /** Where new application segments go: behind the JFIF and Exif segments at the start. */
  public long insertAt(Source file) {
    long at = 2;
    for (Segment segment : segments) {
      boolean exif = segment.marker() == APP1 && file.matches(segment.data().at(), "Exif\0");
      if (segment.marker() != APP0 && !exif) {
        break;
      }
      at = segment.whole().end();
    }
    return at;
  }

  /** A whole segment. */
  public static byte[] build(int marker, byte[] content) {
    if (content.length > MAX_CONTENT) {
      throw MarkException.limit("a JPEG segment of " + content.length + " bytes", 0);
    }
    return ByteBuffer.allocate(content.length + 4)
        .put((byte) 0xff)
        .put((byte) marker)
        .putShort((short) (content.length + 2))
        .put(content)
        .array();
  }
}
