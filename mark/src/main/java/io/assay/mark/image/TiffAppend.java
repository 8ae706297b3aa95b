package io.assay.mark.image;

import io.assay.mark.MarkException;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.image.TiffDirectory.Entry;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives the first directory of a TIFF file an entry whose value, and if need be a new directory,
 * stand at the end of the file. The new value starts at the first even offset behind the old end.
 */
public final class TiffAppend {
  private static final long LARGEST_32 = 0xffffffffL;

  private TiffAppend() {}

  /** The edits that set {@code tag} to {@code value}, bytes of TIFF type {@code type} 1 or 7. */
  public static List<Splice> entry(Source file, int tag, int type, byte[] value) {
    return entry(file, TiffDirectory.first(file), tag, type, value);
  }

  static List<Splice> entry(Source file, TiffDirectory directory, int tag, int type, byte[] value) {
    long valueAt = file.length() + (file.length() & 1);
    long directoryAt = valueAt + value.length + (value.length & 1);
    if (!directory.big() && directoryAt + 64L * directory.entries().size() > LARGEST_32) {
      throw MarkException.limit("a TIFF file cannot grow past 4 GiB; convert it to BigTIFF", 4);
    }
    Layout layout = new Layout(directory.littleEndian(), directory.big());
    byte[] entry = layout.entry(tag, type, value.length, valueAt);
    List<Splice> splices = new ArrayList<>();
    ByteBuffer tail =
        layout.buffer((int) (directoryAt - file.length()) + layout.directorySize(directory));
    tail.position((int) (valueAt - file.length())).put(value);
    boolean replaced = directory.entry(tag).isPresent();
    if (replaced) {
      splices.add(Splice.overwrite(directory.entry(tag).get().at(), entry));
      tail.position((int) (directoryAt - file.length()));
    } else {
      tail.position((int) (directoryAt - file.length()));
      layout.directory(file, directory, tag, entry, tail);
      splices.add(layout.pointer(directoryAt));
    }
    byte[] added = new byte[tail.position()];
    tail.get(0, added);
    splices.add(Splice.insert(file.length(), added));
    return splices;
  }

  /** How numbers and entries are laid out. */
  private record Layout(boolean littleEndian, boolean big) {
    ByteBuffer buffer(int size) {
      return ByteBuffer.allocate(size)
          .order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    byte[] entry(int tag, int type, long count, long valueAt) {
      ByteBuffer entry = buffer(big ? 20 : 12).putShort((short) tag).putShort((short) type);
      return content(
          big
              ? entry.putLong(count).putLong(valueAt)
              : entry.putInt((int) count).putInt((int) valueAt));
    }

    private static byte[] content(ByteBuffer full) {
      byte[] bytes = new byte[full.position()];
      full.get(0, bytes);
      return bytes;
    }

    int directorySize(TiffDirectory directory) {
      return (directory.entries().size() + 1) * (big ? 20 : 12) + (big ? 16 : 6);
    }

    void directory(Source file, TiffDirectory old, int tag, byte[] added, ByteBuffer out) {
      int count = old.entries().size() + 1;
      if (big) {
        out.putLong(count);
      } else {
        out.putShort((short) count);
      }
      boolean placed = false;
      for (Entry entry : old.entries()) {
        if (!placed && entry.tag() > tag) {
          out.put(added);
          placed = true;
        }
        out.put(file.bytes(entry.at(), big ? 20 : 12));
      }
      if (!placed) {
        out.put(added);
      }
      if (big) {
        out.putLong(old.next());
      } else {
        out.putInt((int) old.next());
      }
    }

    Splice pointer(long directoryAt) {
      return big
          ? Splice.overwrite(8, content(buffer(8).putLong(directoryAt)))
          : Splice.overwrite(4, content(buffer(4).putInt((int) directoryAt)));
    }
  }
}
