package io.assay.mark.c2pa.slot;

import io.assay.mark.MarkException;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.container.StorePlan;
import io.assay.mark.container.StoreSlot;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tag 0xCD41, alone in the last image file directory, at the end of the file. */
final class TiffSlot implements StoreSlot {
  private static final int TAG = 0xcd41;
  private static final int UNDEFINED = 7;
  private static final int MAX_DIRECTORIES = 10_000;
  private static final int MAX_ENTRIES = 10_000;

  /** Byte order and field widths of one file. */
  private record Layout(Source file, boolean littleEndian, boolean big) {
    static Layout of(Source file) {
      boolean little = file.matches(0, "II");
      Layout plain = new Layout(file, little, false);
      return new Layout(file, little, plain.u16(2) == 43);
    }

    int u16(long at) {
      return littleEndian ? file.u16le(at) : file.u16be(at);
    }

    /** A count or an offset. */
    long word(long at) {
      if (big) {
        return littleEndian ? file.u64le(at) : file.u64be(at);
      }
      return littleEndian ? file.u32le(at) : file.u32be(at);
    }

    int width() {
      return big ? 8 : 4;
    }

    long firstPointerAt() {
      return big ? 8 : 4;
    }

    long entries(long directory) {
      long count = big ? word(directory) : u16(directory);
      if (count > MAX_ENTRIES) {
        throw MarkException.limit("a TIFF directory of " + count + " entries", directory);
      }
      return count;
    }

    long entryAt(long directory, long index) {
      return directory + (big ? 8 : 2) + index * (4 + 2L * width());
    }

    /** Puts numbers of this file's byte order into bytes. */
    ByteBuffer on(byte[] bytes) {
      return ByteBuffer.wrap(bytes)
          .order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    void putWord(ByteBuffer out, long value, long at) {
      if (big) {
        out.putLong(value);
      } else if (value > 0xffffffffL) {
        throw MarkException.limit("a TIFF file cannot grow past 4 GiB; write it as BigTIFF", at);
      } else {
        out.putInt((int) value);
      }
    }
  }

  /** A directory, and where the pointer to it stands. */
  private record Directory(long at, long pointerAt) {}

  private static List<Directory> directories(Layout tiff) {
    List<Directory> found = new ArrayList<>();
    long pointerAt = tiff.firstPointerAt();
    long at = tiff.word(pointerAt);
    while (at != 0) {
      if (found.size() == MAX_DIRECTORIES) {
        throw MarkException.limit("more than " + MAX_DIRECTORIES + " TIFF directories", at);
      }
      found.add(new Directory(at, pointerAt));
      pointerAt = tiff.entryAt(at, tiff.entries(at));
      at = tiff.word(pointerAt);
    }
    if (found.isEmpty()) {
      throw MarkException.malformed("a TIFF file without a directory", pointerAt);
    }
    return found;
  }

  @Override
  public Optional<byte[]> read(Source file) {
    return location(file).stream().findFirst().map(run -> file.bytes(run.at(), run.length()));
  }

  @Override
  public List<Range> location(Source file) {
    Layout tiff = Layout.of(file);
    List<Directory> all = directories(tiff);
    List<Range> last = stores(tiff, all.getLast());
    return last.isEmpty() ? stores(tiff, all.getFirst()) : last;
  }

  private static List<Range> stores(Layout tiff, Directory directory) {
    for (long i = 0; i < tiff.entries(directory.at); i++) {
      long entry = tiff.entryAt(directory.at, i);
      if (tiff.u16(entry) == TAG && tiff.u16(entry + 2) == UNDEFINED) {
        long count = tiff.word(entry + 4);
        long valueAt = tiff.word(entry + 4 + tiff.width());
        tiff.file.requireRange(valueAt, count);
        return List.of(new Range(valueAt, count));
      }
    }
    return List.of();
  }

  @Override
  public StorePlan plan(Source file, byte[] store) {
    Layout tiff = Layout.of(file);
    List<Directory> all = directories(tiff);
    List<Splice> splices = new ArrayList<>();
    long end = file.length();
    long pointerAt = tiff.entryAt(all.getLast().at, tiff.entries(all.getLast().at));
    if (!location(file).isEmpty()) {
      Directory last = all.getLast();
      if (stores(tiff, last).isEmpty() || tiff.entries(last.at) != 1 || all.size() == 1) {
        throw MarkException.unsupported(
            "the file has a manifest among its picture's tags, which is not replaced here");
      }
      pointerAt = last.pointerAt;
      Range old = stores(tiff, last).getFirst();
      if (old.end() == end && last.at < old.at()) {
        splices.add(Splice.remove(last.at, end - last.at));
        end = last.at;
      }
    }
    return append(tiff, splices, end, pointerAt, store);
  }

  private static StorePlan append(
      Layout tiff, List<Splice> splices, long end, long pointerAt, byte[] store) {
    long at = end + (end & 1);
    int head = (int) (tiff.entryAt(0, 1) + tiff.width());
    byte[] pointer = new byte[tiff.width()];
    tiff.putWord(tiff.on(pointer), at, pointerAt);
    splices.add(Splice.overwrite(pointerAt, pointer));
    byte[] appended = new byte[(int) (at - end) + head + store.length];
    ByteBuffer out = tiff.on(appended);
    out.position((int) (at - end));
    if (tiff.big) {
      out.putLong(1);
    } else {
      out.putShort((short) 1);
    }
    out.putShort((short) TAG).putShort((short) UNDEFINED);
    tiff.putWord(out, store.length, end);
    tiff.putWord(out, at + head, end);
    tiff.putWord(out, 0, end);
    out.put(store);
    splices.add(Splice.insert(tiff.file.length(), appended));
    return new StorePlan(splices, List.of(new Range(at + head, store.length)));
  }
}
