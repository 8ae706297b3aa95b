package io.assay.mark.c2pa.slot;

import io.assay.mark.MarkException;
import io.assay.mark.c2pa.binding.PackageEntry;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.container.StorePlan;
import io.assay.mark.container.StoreSlot;
import io.assay.mark.container.ZipDirectory;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * {@code META-INF/content_credential.c2pa}, stored (appendix A.6). Its checksum is real, as ZIP
 * readers want it; the hash of the directory leaves it out.
 */
final class ZipSlot implements StoreSlot {
  private static final byte[] NAME_BYTES = PackageEntry.STORE.getBytes(StandardCharsets.US_ASCII);
  private static final int MAX_STORE = 64 << 20;
  private static final int NEW_YEAR_1980 = 0x21;

  @Override
  public Optional<byte[]> read(Source file) {
    ZipDirectory zip = ZipDirectory.read(file);
    return zip.entry(PackageEntry.STORE).map(entry -> zip.content(entry, MAX_STORE));
  }

  /** The hash of a collection leaves out the entry by its name. */
  @Override
  public List<Range> location(Source file) {
    return List.of();
  }

  @Override
  public StorePlan plan(Source file, byte[] store) {
    ZipDirectory zip = ZipDirectory.read(file);
    if (zip.isZip64()) {
      throw MarkException.unsupported("ZIP64 packages are not written; pack it without ZIP64");
    }
    Optional<Range> earlier =
        zip.entry(PackageEntry.STORE).map(entry -> PackageEntry.of(file, zip, entry).whole());
    byte[] local = local(store);
    List<Splice> splices = new ArrayList<>();
    earlier.ifPresent(run -> splices.add(Splice.remove(run)));
    long removed = earlier.map(Range::length).orElse(0L);
    long newAt = zip.directoryAt() - removed;
    byte[] directory = directory(file, zip, earlier, newAt, store);
    ByteBuffer end =
        ByteBuffer.wrap(file.bytes(zip.endAt(), file.length() - zip.endAt()))
            .order(ByteOrder.LITTLE_ENDIAN);
    int count = zip.entries().size() + (earlier.isPresent() ? 0 : 1);
    if (count > 0xfffe || newAt + local.length > 0xfffffffeL) {
      throw MarkException.limit("the package needs ZIP64, which is not written", zip.endAt());
    }
    end.putShort(8, (short) count).putShort(10, (short) count);
    end.putInt(12, directory.length).putInt(16, (int) (newAt + local.length));
    byte[] tail =
        ByteBuffer.allocate(local.length + directory.length + end.capacity())
            .put(local)
            .put(directory)
            .put(end.array())
            .array();
    splices.add(new Splice(zip.directoryAt(), file.length() - zip.directoryAt(), tail));
    return new StorePlan(splices, List.of());
  }

  /** The records of all other entries, moved where the earlier store went away, and the new one. */
  private static byte[] directory(
      Source file, ZipDirectory zip, Optional<Range> earlier, long newAt, byte[] store) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (ZipDirectory.Entry entry : zip.entries()) {
      if (!entry.name().equals(PackageEntry.STORE)) {
        byte[] record = file.bytes(entry.record().at(), entry.record().length());
        long shift = earlier.filter(run -> run.at() < entry.header()).map(Range::length).orElse(0L);
        ByteBuffer.wrap(record)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(42, (int) (entry.header() - shift));
        out.writeBytes(record);
      }
    }
    out.writeBytes(
        buffer(46 + NAME_BYTES.length)
            .putInt(0x02014b50)
            .putShort((short) 20)
            .putShort((short) 20)
            .putInt(0)
            .putShort((short) 0)
            .putShort((short) NEW_YEAR_1980)
            .putInt(crc(store))
            .putInt(store.length)
            .putInt(store.length)
            .putShort((short) NAME_BYTES.length)
            .position(42)
            .putInt((int) newAt)
            .put(NAME_BYTES)
            .array());
    return out.toByteArray();
  }

  private static byte[] local(byte[] store) {
    return buffer(30 + NAME_BYTES.length + store.length)
        .putInt(0x04034b50)
        .putShort((short) 20)
        .putInt(0)
        .putShort((short) 0)
        .putShort((short) NEW_YEAR_1980)
        .putInt(crc(store))
        .putInt(store.length)
        .putInt(store.length)
        .putShort((short) NAME_BYTES.length)
        .putShort((short) 0)
        .put(NAME_BYTES)
        .put(store)
        .array();
  }

  private static int crc(byte[] store) {
    CRC32 crc = new CRC32();
    crc.update(store);
    return (int) crc.getValue();
  }

  private static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
