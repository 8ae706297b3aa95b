package io.assay.mark.bmff;

import io.assay.mark.MarkException;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * A table of absolute file offsets of one width.
 *
 * @param at where the first number stands
 * @param width 4 or 8 bytes
 * @param stride from one number to the next
 * @param count how many there are
 */
record OffsetTable(long at, int width, int stride, long count) {
  private static final long MAX_COUNT = 50_000_000;

  OffsetTable {
    if (count > MAX_COUNT) {
      throw MarkException.limit("a table of " + count + " offsets", at);
    }
  }

  /** The chunk offsets of an {@code stco} or {@code co64} box. */
  static OffsetTable chunks(Source file, Box box) {
    int width = box.type().equals("co64") ? 8 : 4;
    return table(file, box, box.contentAt() + 4, width, width);
  }

  private static OffsetTable table(Source file, Box box, long countAt, int width, int stride) {
    long count = file.u32be(countAt);
    if (count * stride > box.whole().end() - countAt - 4) {
      throw MarkException.malformed(
          "box '" + box.type() + "' announces " + count + " entries that it does not hold",
          countAt);
    }
    return new OffsetTable(countAt + 4, width, stride, count);
  }

  /** The sample auxiliary information offsets of an {@code saio} box outside fragments. */
  static OffsetTable auxiliary(Source file, Box box) {
    int width = file.u8(box.contentAt()) == 0 ? 4 : 8;
    boolean typed = (file.u8(box.contentAt() + 3) & 1) != 0;
    return table(file, box, box.contentAt() + (typed ? 12 : 4), width, width);
  }

  /** The fragment offsets of a {@code tfra} box. */
  static OffsetTable fragments(Source file, Box box) {
    int width = file.u8(box.contentAt()) == 0 ? 4 : 8;
    int lengths = (int) file.u32be(box.contentAt() + 8);
    int numbers = (lengths >> 4 & 3) + (lengths >> 2 & 3) + (lengths & 3) + 3;
    OffsetTable table = table(file, box, box.contentAt() + 12, width, 2 * width + numbers);
    return new OffsetTable(table.at + width, width, table.stride, table.count);
  }

  /** The base offset of a {@code tfhd} box, where it has one. */
  static List<OffsetTable> base(Source file, Box box) {
    boolean present = (file.u8(box.contentAt() + 3) & 1) != 0;
    return present ? List.of(new OffsetTable(box.contentAt() + 8, 8, 8, 1)) : List.of();
  }

  /** Whether a moved offset no longer fits. */
  boolean overflows(Source file, LongUnaryOperator move) {
    if (width == 8) {
      return false;
    }
    for (long i = 0; i < count; i++) {
      if (move.applyAsLong(file.u32be(at + i * stride)) > 0xffffffffL) {
        return true;
      }
    }
    return false;
  }

  /** The edits that move every offset. */
  List<Splice> moved(Source file, LongUnaryOperator move) {
    List<Splice> edits = new ArrayList<>();
    if (stride == width) {
      byte[] numbers = numbers(file, move, width);
      return numbers.length == 0 ? edits : List.of(Splice.overwrite(at, numbers));
    }
    for (long i = 0; i < count; i++) {
      long position = at + i * stride;
      long value = width == 4 ? file.u32be(position) : file.u64be(position);
      edits.add(Splice.overwrite(position, number(move.applyAsLong(value), width, position)));
    }
    return edits;
  }

  /** All offsets, moved, in numbers of a width. */
  byte[] numbers(Source file, LongUnaryOperator move, int outWidth) {
    byte[] in = file.bytes(at, count * width);
    ByteBuffer from = ByteBuffer.wrap(in);
    ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(count * outWidth));
    for (long i = 0; i < count; i++) {
      long value = width == 4 ? from.getInt() & 0xffffffffL : from.getLong();
      out.put(number(move.applyAsLong(value), outWidth, at + i * width));
    }
    return out.array();
  }

  static byte[] number(long value, int width, long at) {
    if (value < 0 || (width == 4 && value > 0xffffffffL)) {
      throw MarkException.limit("offset " + value + " does not fit into " + width + " bytes", at);
    }
    return width == 8
        ? ByteBuffer.allocate(8).putLong(value).array()
        : ByteBuffer.allocate(4).putInt((int) value).array();
  }
}
