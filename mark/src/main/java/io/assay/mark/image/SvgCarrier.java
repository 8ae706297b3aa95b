package io.assay.mark.image;

import io.assay.mark.MarkException;
import io.assay.mark.container.Carrier;
import io.assay.mark.container.Found;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.text.Markup;
import io.assay.mark.text.Markup.Kind;
import io.assay.mark.text.Markup.Tag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** SVG: the label stands in the XMP packet of a metadata element. */
public final class SvgCarrier implements Carrier {
  private static final int MOST = 64 << 20;

  @Override
  public List<Found> read(Source file) {
    return Xmp.read(bytes(file)).aigc(0);
  }

  private static byte[] bytes(Source file) {
    if (file.length() > MOST) {
      throw MarkException.limit("an SVG file of " + file.length() + " bytes", 0);
    }
    return file.bytes();
  }

  @Override
  public List<Splice> write(Source file, Implicit label) {
    byte[] bytes = bytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (text.contains("http://www.w3.org/1999/02/22-rdf-syntax-ns#")) {
      return List.of(new Splice(0, bytes.length, Xmp.read(bytes).with(label)));
    }
    Tag root = root(Markup.read(text));
    String packet = new String(Xmp.packet(label), StandardCharsets.ISO_8859_1);
    String element =
        "<metadata xmlns=\"http://www.w3.org/2000/svg\">"
            + packet.substring(packet.indexOf("<x:xmpmeta"), packet.indexOf("<?xpacket end"))
            + "</metadata>";
    byte[] inserted = element.getBytes(StandardCharsets.ISO_8859_1);
    if (root.kind() == Kind.EMPTY) {
      String closed = text.substring(root.start(), root.end() - 2) + ">" + element;
      byte[] whole = (closed + "</" + root.name() + ">").getBytes(StandardCharsets.ISO_8859_1);
      return List.of(new Splice(root.start(), root.end() - root.start(), whole));
    }
    return List.of(Splice.insert(root.end(), inserted));
  }

  private static Tag root(Markup markup) {
    return markup.tags().stream()
        .filter(tag -> tag.localName().equals("svg") && tag.kind() != Kind.END)
        .findFirst()
        .orElseThrow(() -> MarkException.malformed("an SVG file needs an svg element", 0));
  }

  /** Everything from the root on but metadata elements. */
  @Override
  public List<Range> payload(Source file) {
    String text = new String(bytes(file), StandardCharsets.ISO_8859_1);
    Markup markup = Markup.read(text);
    List<Range> payload = new ArrayList<>();
    long at = root(markup).start();
    for (Tag tag : markup.tags()) {
      if (tag.localName().equals("metadata") && tag.kind() != Kind.END && tag.start() >= at) {
        payload.add(new Range(at, tag.start() - at));
        at = markup.closing(tag).map(Tag::end).orElse(text.length());
      }
    }
    payload.add(new Range(at, text.length() - at));
    return payload;
  }
}
