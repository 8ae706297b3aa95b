package io.assay.mark.jxl;

import io.assay.mark.MarkException;
import io.assay.mark.bmff.Box;
import io.assay.mark.container.Carrier;
import io.assay.mark.container.Found;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.image.Xmp;
import java.util.ArrayList;
import java.util.List;

/**
 * The AIGC record of JPEG XL files: XMP in an {@code xml } box before the codestream. A bare
 * codestream gets the box form around it. XMP in a Brotli box is not read.
 */
public final class JxlCarrier implements Carrier {
  private static final String XMP = "xml ";

  @Override
  public List<Found> read(Source file) {
    return packets(file).stream()
        .flatMap(box -> packet(file, box).aigc(box.whole().at()).stream())
        .toList();
  }

  private static List<Box> packets(Source file) {
    return JxlFile.read(file).boxes().stream()
        .filter(box -> box.type().equals(XMP))
        .filter(box -> head(file, box).contains("xmpmeta") || head(file, box).contains("RDF"))
        .toList();
  }

  private static String head(Source file, Box box) {
    return file.latin1(box.contentAt(), Math.min(4096, box.content().length()));
  }

  private static Xmp packet(Source file, Box box) {
    return Xmp.read(file.bytes(box.contentAt(), box.content().length()));
  }

  @Override
  public List<Splice> write(Source file, Implicit label) {
    JxlFile jxl = JxlFile.read(file);
    refuseCompressedXmp(file, jxl);
    List<Splice> splices = new ArrayList<>();
    byte[] packet = Xmp.packet(label);
    List<Box> earlier = packets(file);
    if (!earlier.isEmpty()) {
      packet = packet(file, earlier.getFirst()).with(label);
    }
    earlier.forEach(box -> splices.add(Splice.remove(box.whole())));
    splices.add(jxl.insert(Box.build(XMP, packet)));
    return splices;
  }

  private static void refuseCompressedXmp(Source file, JxlFile jxl) {
    for (Box box : jxl.boxes()) {
      if (box.type().equals("brob") && file.matches(box.contentAt(), XMP)) {
        throw MarkException.unsupported("the XMP is compressed; write it again without Brotli");
      }
    }
  }

  @Override
  public List<Range> payload(Source file) {
    JxlFile jxl = JxlFile.read(file);
    return jxl.boxes().isEmpty()
        ? List.of(new Range(0, file.length()))
        : jxl.codestream().stream().map(Box::content).toList();
  }
}
