package io.assay.mark.c2pa.slot;

import io.assay.mark.MarkException;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.container.StorePlan;
import io.assay.mark.container.StoreSlot;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The {@code C2PA_GIF} application extension behind the screen descriptor. */
final class GifSlot implements StoreSlot {
  private static final byte[] HEAD = {
    0x21, (byte) 0xff, 0x0b, 'C', '2', 'P', 'A', '_', 'G', 'I', 'F', 1, 0, 0
  };
  private static final int VERSION_LENGTH = 3;
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2c;
  private static final int MAX_PART = 255;

  @Override
  public Optional<byte[]> read(Source file) {
    return location(file).stream().findFirst().map(run -> unblock(file, run));
  }

  private static byte[] unblock(Source file, Range run) {
    ByteArrayOutputStream store = new ByteArrayOutputStream();
    long at = run.at() + HEAD.length;
    int length = file.u8(at);
    while (length > 0) {
      store.writeBytes(file.bytes(at + 1, length));
      at += 1 + length;
      length = file.u8(at);
    }
    return store.toByteArray();
  }

  /** The extensions before the first image; the specification puts the store there. */
  @Override
  public List<Range> location(Source file) {
    List<Range> found = new ArrayList<>();
    long at = screenEnd(file);
    while (file.u8(at) == EXTENSION) {
      Range extension = extension(file, at);
      if (file.matches(at, Arrays.copyOf(HEAD, HEAD.length - VERSION_LENGTH))) {
        found.add(extension);
      }
      at = extension.end();
    }
    if (found.size() > 1) {
      throw MarkException.malformed("two manifest stores in one file", found.get(1).at());
    }
    if (file.u8(at) != IMAGE && file.u8(at) != 0x3b) {
      throw MarkException.malformed("a GIF block was expected", at);
    }
    return found;
  }

  private static Range extension(Source file, long start) {
    long at = start + 2;
    while (file.u8(at) != 0) {
      at += 1 + file.u8(at);
    }
    return new Range(start, at + 1 - start);
  }

  /** Where the header, the screen descriptor and the global colour table end. */
  private static long screenEnd(Source file) {
    int packed = file.u8(10);
    return 13 + ((packed & 0x80) == 0 ? 0 : 3L << ((packed & 7) + 1));
  }

  @Override
  public StorePlan plan(Source file, byte[] store) {
    List<Splice> splices = new ArrayList<>();
    location(file).forEach(run -> splices.add(Splice.remove(run)));
    if (file.matches(0, "GIF87a")) {
      splices.add(Splice.overwrite(3, "89a".getBytes(StandardCharsets.US_ASCII)));
    }
    byte[] block = block(store);
    splices.add(Splice.insert(screenEnd(file), block));
    return new StorePlan(splices, List.of(new Range(screenEnd(file), block.length)));
  }

  private static byte[] block(byte[] store) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(HEAD);
    for (int at = 0; at < store.length; at += MAX_PART) {
      int length = Math.min(MAX_PART, store.length - at);
      out.write(length);
      out.write(store, at, length);
    }
    out.write(0);
    return out.toByteArray();
  }
}
