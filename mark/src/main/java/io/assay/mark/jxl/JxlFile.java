package io.assay.mark.jxl;

import io.assay.mark.MarkException;
import io.assay.mark.bmff.Box;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A JPEG XL file: boxes, or a bare codestream that boxes can be put around without touching it. */
public final class JxlFile {
  private static final byte[] SIGNATURE_BOX = {
    0, 0, 0, 12, 'J', 'X', 'L', ' ', 13, 10, (byte) 0x87, 10
  };
  private static final byte[] BARE = {(byte) 0xff, 0x0a};
  private static final byte[] TO_END = {0, 0, 0, 0, 'j', 'x', 'l', 'c'};

  private final List<Box> boxes;

  private JxlFile(List<Box> boxes) {
    this.boxes = boxes;
  }

  public static JxlFile read(Source file) {
    if (file.matches(0, BARE)) {
      return new JxlFile(List.of());
    }
    if (!file.matches(0, SIGNATURE_BOX)) {
      throw MarkException.malformed("a JPEG XL file must start with its signature", 0);
    }
    return new JxlFile(Box.top(file));
  }

  /** The boxes; none for a bare codestream. */
  public List<Box> boxes() {
    return boxes;
  }

  /** The boxes that hold the picture. */
  public List<Box> codestream() {
    return boxes.stream()
        .filter(box -> box.type().equals("jxlc") || box.type().equals("jxlp"))
        .toList();
  }

  /** Whether the picture moves. */
  public boolean animated(Source file) {
    if (boxes.isEmpty()) {
      return JxlHeader.animated(file);
    }
    Box first =
        codestream().stream()
            .findFirst()
            .orElseThrow(() -> MarkException.malformed("a JPEG XL file without a codestream", 0));
    long at = first.contentAt() + (first.type().equals("jxlp") ? 4 : 0);
    return JxlHeader.animated(file.slice(at, first.whole().end() - at));
  }

  /** Where boxes that describe the picture go: before the codestream. */
  public long insertAt() {
    return codestream().stream()
        .findFirst()
        .map(box -> box.whole().at())
        .orElseGet(
            () -> {
              if (!boxes.isEmpty()) {
                throw MarkException.malformed("a JPEG XL file without a codestream", 0);
              }
              return 0L;
            });
  }

  /** The edit that puts a box before the codestream, around a bare one if need be. */
  public Splice insert(byte[] box) {
    if (!boxes.isEmpty()) {
      return Splice.insert(insertAt(), box);
    }
    byte[] head = frame();
    return Splice.insert(
        0,
        ByteBuffer.allocate(head.length + box.length + TO_END.length)
            .put(head)
            .put(box)
            .put(TO_END)
            .array());
  }

  /** Where a box given to {@link #insert} stands afterwards. */
  public long insertedAt() {
    return boxes.isEmpty() ? frame().length : insertAt();
  }

  private static byte[] frame() {
    byte[] brand = "jxl \0\0\0\0jxl ".getBytes(StandardCharsets.ISO_8859_1);
    byte[] ftyp = Box.build("ftyp", brand);
    return ByteBuffer.allocate(SIGNATURE_BOX.length + ftyp.length)
        .put(SIGNATURE_BOX)
        .put(ftyp)
        .array();
  }
}
