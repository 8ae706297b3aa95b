package io.assay.mark.c2pa.slot;

import io.assay.mark.MarkException;
import io.assay.mark.bmff.Box;
import io.assay.mark.bmff.Rewrite;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.StorePlan;
import io.assay.mark.container.StoreSlot;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The C2PA {@code uuid} box behind {@code ftyp} (appendix A.5). */
final class BmffSlot implements StoreSlot {
  private static final byte[] USER_TYPE =
      HexFormat.of().parseHex("d8fec3d61b0e483c92975828877ec481");
  private static final String MANIFEST = "manifest";
  private static final int PURPOSE_AT = 20;
  private static final int MERKLE_OFFSET = 8;
  private static final int STORE_AT = PURPOSE_AT + MANIFEST.length() + 1 + MERKLE_OFFSET;

  @Override
  public Optional<byte[]> read(Source file) {
    List<Box> found = stores(file, Box.top(file));
    if (found.size() > 1) {
      throw MarkException.malformed("two manifest stores in one file", found.get(1).whole().at());
    }
    return found.stream()
        .findFirst()
        .map(box -> file.bytes(box.contentAt() + STORE_AT, box.content().length() - STORE_AT));
  }

  /** The hash of boxes finds the store by itself. */
  @Override
  public List<Range> location(Source file) {
    return List.of();
  }

  private static List<Box> stores(Source file, List<Box> top) {
    return top.stream()
        .filter(box -> box.type().equals("uuid") && box.content().length() >= STORE_AT)
        .filter(box -> file.matches(box.contentAt(), USER_TYPE))
        .filter(box -> file.matches(box.contentAt() + PURPOSE_AT, MANIFEST + "\0"))
        .toList();
  }

  @Override
  public StorePlan plan(Source file, byte[] store) {
    Rewrite rewrite = new Rewrite(file);
    Box ftyp =
        Box.first(rewrite.top(), "ftyp")
            .orElseThrow(
                () ->
                    MarkException.unsupported("the file has no ftyp box to put a manifest behind"));
    stores(file, rewrite.top())
        .forEach(box -> rewrite.replace(box.whole(), new byte[0], List.of()));
    rewrite.insert(ftyp.whole().end(), box(store), List.of());
    return new StorePlan(rewrite.splices(), List.of());
  }

  private static byte[] box(byte[] store) {
    byte[] head =
        ByteBuffer.allocate(STORE_AT)
            .put(USER_TYPE)
            .putInt(0)
            .put((MANIFEST + "\0").getBytes(StandardCharsets.US_ASCII))
            .putLong(0)
            .array();
    return Box.build("uuid", head, store);
  }
}
