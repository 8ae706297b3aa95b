package io.assay.mark.image;

import io.assay.mark.MarkException;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first directory of a TIFF or BigTIFF file, which is also the structure of Exif.
 *
 * @param big whether offsets have eight bytes
 * @param at where the directory starts
 * @param next the offset of the directory that follows, 0 for none
 */
record TiffDirectory(boolean littleEndian, boolean big, long at, List<Entry> entries, long next) {
  private static final int MAX_ENTRIES = 65_536;
  private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

  /**
   * One entry.
   *
   * @param at where its twelve (BigTIFF: twenty) bytes start
   * @param value the run of its value, wherever it stands
   */
  record Entry(long at, int tag, int type, long count, Range value) {}

  static TiffDirectory first(Source file) {
    boolean little = file.matches(0, "II");
    if (!little && !file.matches(0, "MM")) {
      throw MarkException.malformed("a TIFF file starts with II or MM", 0);
    }
    Numbers numbers = new Numbers(file, little);
    boolean big = numbers.u16(2) == 43;
    return read(file, big ? numbers.u64(8) : numbers.u32(4), little, big);
  }

  static TiffDirectory read(Source file, long at, boolean little, boolean big) {
    Numbers numbers = new Numbers(file, little);
    long count = big ? numbers.u64(at) : numbers.u16(at);
    if (count > MAX_ENTRIES) {
      throw MarkException.limit("a TIFF directory of " + count + " entries", at);
    }
    List<Entry> entries = new ArrayList<>();
    long entryAt = at + (big ? 8 : 2);
    for (int i = 0; i < count; i++) {
      entries.add(entry(numbers, entryAt, big));
      entryAt += big ? 20 : 12;
    }
    return new TiffDirectory(
        little, big, at, entries, big ? numbers.u64(entryAt) : numbers.u32(entryAt));
  }

  private static Entry entry(Numbers numbers, long at, boolean big) {
    int type = numbers.u16(at + 2);
    long count = big ? numbers.u64(at + 4) : numbers.u32(at + 4);
    int size = type < SIZES.length ? SIZES[type] : 0;
    long length = size == 0 || count > Long.MAX_VALUE / size ? 0 : size * count;
    long inline = at + (big ? 12 : 8);
    long valueAt =
        length <= (big ? 8 : 4) ? inline : big ? numbers.u64(inline) : numbers.u32(inline);
    return new Entry(at, numbers.u16(at), type, count, new Range(valueAt, length));
  }

  Optional<Entry> entry(int tag) {
    return entries.stream().filter(entry -> entry.tag() == tag).findFirst();
  }

  /** Numbers in the byte order of the file. */
  record Numbers(Source file, boolean littleEndian) {
    int u16(long at) {
      return littleEndian ? file.u16le(at) : file.u16be(at);
    }

    long u32(long at) {
      return littleEndian ? file.u32le(at) : file.u32be(at);
    }

    /** One number of an entry of shorts, longs or long longs. */
    long item(Entry entry, long index) {
      return switch (entry.type()) {
        case 3 -> u16(entry.value().at() + 2 * index);
        case 4 -> u32(entry.value().at() + 4 * index);
        case 16 -> u64(entry.value().at() + 8 * index);
        default ->
            throw MarkException.malformed("a TIFF offset of type " + entry.type(), entry.at());
      };
    }

    long u64(long at) {
      return littleEndian ? file.u64le(at) : file.u64be(at);
    }
  }
}
