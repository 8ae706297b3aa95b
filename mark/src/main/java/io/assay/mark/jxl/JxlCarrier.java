package io.assay.mark.jxl;

import io.assay.mark.MarkException;
import io.assay.mark.bmff.Box;
import io.assay.mark.container.Brotli;
import io.assay.mark.container.Carrier;
import io.assay.mark.container.Found;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.image.Xmp;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The AIGC record of JPEG XL files: XMP in an {@code xml } box before the codestream. A bare
 * codestream gets the box form around it. XMP in a Brotli box is read too.
 */
public final class JxlCarrier implements Carrier {
  private static final String XMP = "xml ";
  private static final String COMPRESSED = "brob";
  private static final int MOST_BYTES = 64 << 20;

  /** An XMP packet and the box that holds it. */
  private record Packet(Box box, byte[] content) {
    Xmp xmp() {
      return Xmp.read(content);
    }

    boolean isXmp() {
      String head =
          new String(content, 0, Math.min(4096, content.length), StandardCharsets.ISO_8859_1);
      return head.contains("xmpmeta") || head.contains("RDF");
    }
  }

  @Override
  public List<Found> read(Source file) {
    return packets(file).stream()
        .flatMap(packet -> packet.xmp().aigc(packet.box.whole().at()).stream())
        .toList();
  }

  private static List<Packet> packets(Source file) {
    return JxlFile.read(file).boxes().stream()
        .flatMap(box -> content(file, box).map(bytes -> new Packet(box, bytes)).stream())
        .filter(Packet::isXmp)
        .toList();
  }

  private static Optional<byte[]> content(Source file, Box box) {
    if (box.type().equals(XMP)) {
      return Optional.of(file.bytes(box.contentAt(), box.content().length()));
    }
    if (!box.type().equals(COMPRESSED) || !file.matches(box.contentAt(), XMP)) {
      return Optional.empty();
    }
    byte[] compressed =
        file.bytes(box.contentAt() + XMP.length(), box.content().length() - XMP.length());
    return Optional.of(
        Brotli.expanded(compressed, MOST_BYTES)
            .orElseThrow(
                () -> MarkException.malformed("the compressed XMP is broken", box.whole().at())));
  }

  /** What was compressed is written plainly, which every reader understands. */
  @Override
  public List<Splice> write(Source file, Implicit label) {
    List<Splice> splices = new ArrayList<>();
    List<Packet> earlier = packets(file);
    byte[] packet = earlier.isEmpty() ? Xmp.packet(label) : earlier.getFirst().xmp().with(label);
    earlier.forEach(each -> splices.add(Splice.remove(each.box.whole())));
    splices.add(JxlFile.read(file).insert(Box.build(XMP, packet)));
    return splices;
  }

  @Override
  public List<Range> payload(Source file) {
    JxlFile jxl = JxlFile.read(file);
    return jxl.boxes().isEmpty()
        ? List.of(new Range(0, file.length()))
        : jxl.codestream().stream().map(Box::content).toList();
  }
}
