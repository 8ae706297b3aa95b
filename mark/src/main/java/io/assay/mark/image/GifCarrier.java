package io.assay.mark.image;

import io.assay.mark.aigc.AigcReader;
import io.assay.mark.container.Carrier;
import io.assay.mark.container.Found;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.image.GifBlocks.Block;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * GIF: the label stands in the XMP packet of the application extension {@code XMP DataXMP}, whose
 * trailer leads readers that walk sub-blocks back out.
 */
public final class GifCarrier implements Carrier {
  private static final String NAME = "XMP DataXMP";
  private static final int HEADER = 14;
  private static final int TRAILER = 258;

  @Override
  public List<Found> read(Source file) {
    List<Found> found = new ArrayList<>();
    for (Block block : GifBlocks.read(file).all()) {
      if (isXmp(file, block)) {
        found.addAll(Xmp.read(packet(file, block)).aigc(block.whole().at()));
      } else if (block.label() == GifBlocks.COMMENT) {
        comment(file, block).ifPresent(found::add);
      }
    }
    return found;
  }

  private static boolean isXmp(Source file, Block block) {
    return GifBlocks.isApplication(file, block, NAME) && block.whole().length() > HEADER + TRAILER;
  }

  private static Optional<Found> comment(Source file, Block block) {
    String text = file.latin1(block.whole().at() + 3, block.whole().length() - 4);
    return BareLabel.find(text)
        .filter(AigcReader::recognises)
        .map(value -> new Found("GIF comment", block.whole().at(), value));
  }

  private static byte[] packet(Source file, Block block) {
    return file.bytes(block.whole().at() + HEADER, block.whole().length() - HEADER - TRAILER);
  }

  @Override
  public List<Splice> write(Source file, Implicit label) {
    GifBlocks blocks = GifBlocks.read(file);
    List<Splice> splices = new ArrayList<>();
    byte[] packet = Xmp.packet(label);
    for (Block block : blocks.all()) {
      boolean xmp = isXmp(file, block);
      if (xmp) {
        packet = Xmp.read(packet(file, block)).with(label);
      }
      if (xmp || (block.label() == GifBlocks.COMMENT && comment(file, block).isPresent())) {
        splices.add(Splice.remove(block.whole()));
      }
    }
    splices.add(Splice.overwrite(3, "89a".getBytes(StandardCharsets.US_ASCII)));
    splices.add(Splice.insert(blocks.insertAt(), extension(packet)));
    return splices;
  }

  private static byte[] extension(byte[] packet) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0x21, (byte) 0xff, 11});
    out.writeBytes(NAME.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(packet);
    out.write(1);
    for (int i = 255; i >= 0; i--) {
      out.write(i);
    }
    out.write(0);
    return out.toByteArray();
  }

  @Override
  public List<Range> payload(Source file) {
    GifBlocks blocks = GifBlocks.read(file);
    List<Range> payload = new ArrayList<>();
    payload.add(new Range(6, 7));
    blocks.all().stream()
        .filter(block -> block.label() != GifBlocks.APPLICATION)
        .filter(block -> block.label() != GifBlocks.COMMENT)
        .forEach(block -> payload.add(block.whole()));
    return payload;
  }
}
