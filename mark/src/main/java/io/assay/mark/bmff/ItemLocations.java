package io.assay.mark.bmff;

import io.assay.mark.MarkException;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * The {@code iloc} box: where the items of a picture lie (ISO/IEC 14496-12 section 8.11.3).
 *
 * @param version 0, 1 or 2
 * @param offsetWidth bytes of an extent's offset
 * @param lengthWidth bytes of an extent's length
 * @param baseWidth bytes of an item's base
 * @param indexWidth bytes of an extent's index
 * @param items the items in order
 */
record ItemLocations(
    int version,
    int offsetWidth,
    int lengthWidth,
    int baseWidth,
    int indexWidth,
    List<Item> items) {
  private static final int MAX_EXTENTS = 200_000;

  /** One item; method 0 counts offsets from the start of the file, 1 from that of {@code idat}. */
  record Item(long id, int method, int dataReference, long base, List<Extent> extents) {}

  /** One run of an item. */
  record Extent(long index, long offset, long length) {}

  ItemLocations {
    items = List.copyOf(items);
  }

  static ItemLocations read(Source file, Box box) {
    return new Reader(file, box).read();
  }

  private static final class Reader {
    private final Source file;
    private final Box box;
    private long at;
    private int extents;

    Reader(Source file, Box box) {
      this.file = file.slice(0, box.whole().end());
      this.box = box;
      this.at = box.contentAt();
    }

    ItemLocations read() {
      int version = (int) number(1);
      number(3);
      if (version > 2) {
        throw MarkException.unsupported("iloc version " + version);
      }
      int widths = (int) number(2);
      int indexWidth = version == 0 ? 0 : width(widths & 15);
      ItemLocations shape =
          new ItemLocations(
              version,
              width(widths >> 12 & 15),
              width(widths >> 8 & 15),
              width(widths >> 4 & 15),
              indexWidth,
              List.of());
      long count = number(version < 2 ? 2 : 4);
      List<Item> items = new ArrayList<>();
      for (long i = 0; i < count; i++) {
        items.add(item(shape));
      }
      return shape.with(items);
    }

    private Item item(ItemLocations shape) {
      long id = number(shape.version < 2 ? 2 : 4);
      int method = shape.version == 0 ? 0 : (int) number(2) & 15;
      int reference = (int) number(2);
      long base = number(shape.baseWidth);
      long count = number(2);
      List<Extent> found = new ArrayList<>();
      for (long i = 0; i < count; i++) {
        if (++extents > MAX_EXTENTS) {
          throw MarkException.limit("iloc holds more than " + MAX_EXTENTS + " extents", at);
        }
        found.add(
            new Extent(
                number(shape.indexWidth), number(shape.offsetWidth), number(shape.lengthWidth)));
      }
      return new Item(id, method, reference, base, found);
    }

    private int width(int width) {
      if (width != 0 && width != 4 && width != 8) {
        throw MarkException.malformed("iloc has numbers of " + width + " bytes", box.contentAt());
      }
      return width;
    }

    private long number(int width) {
      long value = 0;
      for (int i = 0; i < width; i++) {
        value = value << 8 | file.u8(at++);
      }
      if (value < 0) {
        throw MarkException.malformed("iloc has a number over 63 bits", at - width);
      }
      return value;
    }
  }

  ItemLocations with(List<Item> more) {
    return new ItemLocations(version, offsetWidth, lengthWidth, baseWidth, indexWidth, more);
  }

  /** With one item at a run of its own. */
  ItemLocations withItemAt(long id, long offset, int length) {
    boolean wholeInBase = offsetWidth == 0;
    if (lengthWidth == 0 || (wholeInBase && baseWidth == 0)) {
      throw MarkException.unsupported("iloc has no bytes for the length of an item");
    }
    Extent extent = new Extent(0, wholeInBase ? 0 : offset, length);
    List<Item> all = new ArrayList<>(items);
    all.removeIf(other -> other.id == id);
    all.add(new Item(id, 0, 0, wholeInBase ? offset : 0, List.of(extent)));
    return with(all);
  }

  /** With every offset into the file moved. */
  ItemLocations moved(LongUnaryOperator move) {
    return with(items.stream().map(item -> moved(item, move)).toList());
  }

  private Item moved(Item item, LongUnaryOperator move) {
    if (item.method != 0 || item.dataReference != 0) {
      return item;
    }
    boolean basePoints = item.base > 0 || offsetWidth == 0;
    long base = basePoints ? move.applyAsLong(item.base) : 0;
    List<Extent> extents = new ArrayList<>();
    for (Extent extent : item.extents) {
      long offset = offsetWidth == 0 ? 0 : move.applyAsLong(item.base + extent.offset) - base;
      extents.add(new Extent(extent.index, offset, extent.length));
    }
    return new Item(item.id, 0, 0, base, extents);
  }

  /** The runs of an item in the file; empty for items kept elsewhere. */
  List<Range> runs(Item item, Source file, Range idat) {
    List<Range> runs = new ArrayList<>();
    for (Extent extent : item.extents) {
      if (item.dataReference != 0 || item.method > 1) {
        return List.of();
      }
      long start = (item.method == 1 ? idat.at() : 0) + item.base + extent.offset;
      file.requireRange(start, extent.length);
      runs.add(new Range(start, extent.length));
    }
    return runs;
  }

  /** The whole box. Its length depends on the widths and counts alone. */
  byte[] toBytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    put(out, version, 1);
    put(out, 0, 3);
    put(out, offsetWidth << 12 | lengthWidth << 8 | baseWidth << 4 | indexWidth, 2);
    put(out, items.size(), version < 2 ? 2 : 4);
    for (Item item : items) {
      put(out, item.id, version < 2 ? 2 : 4);
      if (version > 0) {
        put(out, item.method, 2);
      }
      put(out, item.dataReference, 2);
      put(out, item.base, baseWidth);
      put(out, item.extents.size(), 2);
      for (Extent extent : item.extents) {
        put(out, extent.index, indexWidth);
        put(out, extent.offset, offsetWidth);
        put(out, extent.length, lengthWidth);
      }
    }
    return Box.build("iloc", out.toByteArray());
  }

  private static void put(ByteArrayOutputStream out, long value, int width) {
    if (value < 0 || (width < 8 && value >= 1L << (8 * width))) {
      throw MarkException.unsupported(
          "iloc has " + width + " bytes for the number " + value + ", which needs more");
    }
    for (int shift = (width - 1) * 8; shift >= 0; shift -= 8) {
      out.write((int) (value >>> shift));
    }
  }
}
