package io.assay.mark.bmff;

import io.assay.mark.MarkException;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A box: its type, its whole run and where its content starts.
 *
 * @param type four characters
 * @param whole the run with its header
 * @param contentAt the first offset behind the header; behind version and flags in a {@code meta}
 *     that has them
 * @param toEnd whether its size field says that it reaches to the end of the file
 */
public record Box(String type, Range whole, long contentAt, boolean toEnd) {
  private static final int MAX_SIBLINGS = 500_000;

  /** The boxes at the top of a file. */
  public static List<Box> top(Source file) {
    return between(file, 0, file.length(), true);
  }

  /** The boxes in this one. */
  public List<Box> children(Source file) {
    return between(file, contentAt, whole.end(), false);
  }

  /** The first box of a type in this one. */
  public Optional<Box> child(Source file, String wanted) {
    return first(children(file), wanted);
  }

  public static Optional<Box> first(List<Box> boxes, String type) {
    return boxes.stream().filter(box -> box.type.equals(type)).findFirst();
  }

  /** The run of the content. */
  public Range content() {
    return new Range(contentAt, whole.end() - contentAt);
  }

  /** The boxes that fill a run; a tail too short for a header is left out, as QuickTime has it. */
  public static List<Box> between(Source file, long from, long to, boolean top) {
    List<Box> boxes = new ArrayList<>();
    long at = from;
    while (to - at >= 8) {
      if (boxes.size() == MAX_SIBLINGS) {
        throw MarkException.limit("more than " + MAX_SIBLINGS + " boxes side by side", at);
      }
      Box box = read(file, at, to, top);
      boxes.add(box);
      at = box.whole.end();
    }
    return boxes;
  }

  private static Box read(Source file, long at, long to, boolean top) {
    long size = file.u32be(at);
    String type = file.latin1(at + 4, 4);
    long headerLength = 8;
    boolean toEnd = size == 0;
    if (size == 1) {
      headerLength = 16;
      if (to - at < 16) {
        throw MarkException.malformed("the header of box '" + type + "' is cut off", at);
      }
      size = file.u64be(at + 8);
    } else if (toEnd) {
      size = to - at;
    }
    if (size < headerLength || size > to - at) {
      throw MarkException.malformed(
          "box '" + type + "' of " + size + " bytes does not fit into " + (to - at), at);
    }
    long contentAt = at + headerLength;
    boolean versioned =
        type.equals("meta") && size >= headerLength + 4 && hasVersion(file, contentAt);
    return new Box(type, new Range(at, size), versioned ? contentAt + 4 : contentAt, toEnd && top);
  }

  /** QuickTime writes {@code meta} without version and flags; then a box header follows at once. */
  private static boolean hasVersion(Source file, long contentAt) {
    return !file.matches(contentAt + 4, "hdlr");
  }

  /** The header of a box of a size. */
  static byte[] header(String type, long size) {
    return ByteBuffer.allocate(8)
        .putInt((int) size)
        .put(type.getBytes(StandardCharsets.ISO_8859_1))
        .array();
  }

  /** Builds a box. */
  public static byte[] build(String type, byte[]... contents) {
    int length = 8;
    for (byte[] content : contents) {
      length = Math.addExact(length, content.length);
    }
    ByteBuffer out =
        ByteBuffer.allocate(length).putInt(length).put(type.getBytes(StandardCharsets.ISO_8859_1));
    for (byte[] content : contents) {
      out.put(content);
    }
    return out.array();
  }
}
