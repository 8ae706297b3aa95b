package io.assay.mark.container;

import io.assay.mark.MarkException;
import io.assay.mark.container.ZipDirectory.Entry;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Replaces and adds entries of a ZIP package. Entries that stay keep their bytes; new ones stand
 * behind them, before the directory.
 */
public final class ZipEdit {
  private static final long LARGEST_32 = 0xfffffffeL;
  private static final int DOS_DATE = 0x5a21;
  private static final int UTF8 = 0x0800;

  private final Source file;
  private final ZipDirectory directory;
  private final Map<String, byte[]> contents = new LinkedHashMap<>();
  private final Map<String, Integer> methods = new LinkedHashMap<>();

  public ZipEdit(Source file, ZipDirectory directory) {
    this.file = file;
    this.directory = directory;
  }

  /** Puts a deflated entry in place of any of this name. */
  public ZipEdit put(String name, byte[] content) {
    return put(name, content, 8);
  }

  /** Puts an entry without compression in place of any of this name. */
  public ZipEdit store(String name, byte[] content) {
    return put(name, content, 0);
  }

  private ZipEdit put(String name, byte[] content, int method) {
    contents.put(name, content);
    methods.put(name, method);
    return this;
  }

  public List<Splice> splices() {
    if (directory.isZip64() || directory.endAt() > LARGEST_32) {
      throw MarkException.unsupported("a ZIP64 package; save it again without ZIP64");
    }
    List<Splice> splices = new ArrayList<>(removals());
    ByteArrayOutputStream added = new ByteArrayOutputStream();
    ByteArrayOutputStream records = new ByteArrayOutputStream();
    long removed = splices.stream().mapToLong(Splice::remove).sum();
    long at = directory.directoryAt() - removed;
    int count = keep(splices, records);
    for (Map.Entry<String, byte[]> content : contents.entrySet()) {
      Piece piece = Piece.of(content.getKey(), content.getValue(), methodOf(content.getKey()));
      records.writeBytes(piece.record(at + added.size()));
      added.writeBytes(piece.local());
      count++;
    }
    long start = at + added.size();
    splices.add(Splice.insert(directory.directoryAt(), added.toByteArray()));
    splices.add(
        new Splice(
            directory.directoryAt(),
            directory.endAt() - directory.directoryAt(),
            records.toByteArray()));
    byte[] end =
        little(12)
            .putShort((short) count)
            .putShort((short) count)
            .putInt(records.size())
            .putInt((int) start)
            .array();
    splices.add(Splice.overwrite(directory.endAt() + 8, end));
    return splices;
  }

  private int methodOf(String name) {
    return methods.getOrDefault(name, 8);
  }

  /** The local records of what is replaced, each up to the next record. */
  private List<Splice> removals() {
    TreeMap<Long, Entry> byOffset = new TreeMap<>();
    directory.entries().forEach(entry -> byOffset.put(entry.header(), entry));
    return byOffset.values().stream()
        .filter(entry -> contents.containsKey(entry.name()))
        .map(
            entry -> {
              Long next = byOffset.higherKey(entry.header());
              long end = next == null ? directory.directoryAt() : next;
              return Splice.remove(entry.header(), end - entry.header());
            })
        .sorted(Comparator.comparingLong(Splice::offset))
        .toList();
  }

  private int keep(List<Splice> removals, ByteArrayOutputStream records) {
    int count = 0;
    for (Entry entry : directory.entries()) {
      if (!contents.containsKey(entry.name())) {
        byte[] record = file.bytes(entry.record().at(), entry.record().length());
        long before =
            removals.stream()
                .filter(splice -> splice.offset() < entry.header())
                .mapToLong(Splice::remove)
                .sum();
        ByteBuffer.wrap(record)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(42, (int) (entry.header() - before));
        records.writeBytes(record);
        count++;
      }
    }
    return count;
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A new entry, compressed. */
  private record Piece(byte[] name, int method, int crc, byte[] data, int size) {
    static Piece of(String name, byte[] content, int method) {
      CRC32 crc = new CRC32();
      crc.update(content);
      return new Piece(
          name.getBytes(StandardCharsets.UTF_8),
          method,
          (int) crc.getValue(),
          method == 0 ? content : deflate(content),
          content.length);
    }

    private static byte[] deflate(byte[] content) {
      Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
      try {
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
          out.write(buffer, 0, deflater.deflate(buffer));
        }
        return out.toByteArray();
      } finally {
        deflater.end();
      }
    }

    private ByteBuffer common(ByteBuffer out) {
      return out.putShort((short) 20)
          .putShort((short) UTF8)
          .putShort((short) method)
          .putShort((short) 0)
          .putShort((short) DOS_DATE)
          .putInt(crc)
          .putInt(data.length)
          .putInt(size)
          .putShort((short) name.length)
          .putShort((short) 0);
    }

    byte[] local() {
      ByteBuffer out = little(30 + name.length + data.length).putInt(0x04034b50);
      return common(out).put(name).put(data).array();
    }

    byte[] record(long at) {
      ByteBuffer out = little(46 + name.length).putInt(0x02014b50).putShort((short) 20);
      return common(out)
          .putShort((short) 0)
          .putShort((short) 0)
          .putShort((short) 0)
          .putInt(0)
          .putInt((int) at)
          .put(name)
          .array();
    }
  }
}
