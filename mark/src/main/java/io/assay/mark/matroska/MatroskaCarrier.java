package io.assay.mark.matroska;

import io.assay.mark.MarkException;
import io.assay.mark.container.Carrier;
import io.assay.mark.container.Found;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Matroska and WebM: the label is the SimpleTag AIGC of the segment's tags, which stand before the
 * first cluster. Seek head and cues follow what moves.
 */
public final class MatroskaCarrier implements Carrier {
  private static final String NAME = "AIGC";
  private static final long SIMPLE_BLOCK = 0xa3;
  private static final long BLOCK_GROUP = 0xa0;

  private static Element segment(Source file) {
    long at = 0;
    while (at < file.length()) {
      Element element = Element.read(file, at, file.length());
      if (element.id() == Element.SEGMENT) {
        return element;
      }
      at = element.whole().end();
    }
    throw MarkException.malformed("a Matroska file needs a segment", 0);
  }

  @Override
  public List<Found> read(Source file) {
    List<Found> found = new ArrayList<>();
    for (Element top : segment(file).children(file)) {
      if (top.id() == Element.TAGS) {
        collect(file, top, found);
      }
    }
    return found;
  }

  private static void collect(Source file, Element tags, List<Found> found) {
    for (Element tag : tags.children(file)) {
      if (tag.id() == Element.TAG) {
        for (Element simple : tag.children(file)) {
          if (isLabel(file, simple)) {
            found.add(
                new Found(
                    "Matroska tag AIGC",
                    simple.whole().at(),
                    child(file, simple, Element.TAG_STRING)));
          }
        }
      }
    }
  }

  private static boolean isLabel(Source file, Element simple) {
    return simple.id() == Element.SIMPLE_TAG
        && child(file, simple, Element.TAG_NAME).equalsIgnoreCase(NAME);
  }

  private static String child(Source file, Element parent, long id) {
    return parent.children(file).stream()
        .filter(element -> element.id() == id)
        .findFirst()
        .map(element -> element.text(file))
        .orElse("");
  }

  @Override
  public List<Splice> write(Source file, Implicit label) {
    Element segment = segment(file);
    List<Element> tops = segment.children(file);
    List<Splice> changes = new ArrayList<>();
    for (Element top : tops) {
      if (top.id() == Element.TAGS) {
        List<Found> labels = new ArrayList<>();
        collect(file, top, labels);
        if (!labels.isEmpty()) {
          changes.add(new Splice(top.whole().at(), top.whole().length(), without(file, top)));
        }
      }
    }
    long at =
        tops.stream()
            .filter(top -> top.id() == Element.CLUSTER)
            .findFirst()
            .map(top -> top.whole().at())
            .orElse(segment.data().end());
    changes.add(Splice.insert(at, tags(label.json())));
    return new Positions(file, segment, tops).follow(changes);
  }

  /** The tags without any label and without a checksum, which would no longer hold. */
  private static byte[] without(Source file, Element tags) {
    List<byte[]> kept = new ArrayList<>();
    for (Element tag : tags.children(file)) {
      if (tag.id() == Element.TAG) {
        List<byte[]> parts = new ArrayList<>();
        boolean simple = false;
        for (Element part : tag.children(file)) {
          if (part.id() != Element.CRC32 && !isLabel(file, part)) {
            parts.add(bytes(file, part));
            simple |= part.id() == Element.SIMPLE_TAG;
          }
        }
        if (simple) {
          kept.add(Element.build(Element.TAG, parts.toArray(new byte[0][])));
        }
      } else if (tag.id() != Element.CRC32) {
        kept.add(bytes(file, tag));
      }
    }
    return kept.isEmpty() ? new byte[0] : Element.build(Element.TAGS, kept.toArray(new byte[0][]));
  }

  private static byte[] bytes(Source file, Element element) {
    return file.bytes(element.whole().at(), element.whole().length());
  }

  private static byte[] tags(String json) {
    return Element.build(
        Element.TAGS,
        Element.build(
            Element.TAG,
            Element.build(Element.TARGETS),
            Element.build(
                Element.SIMPLE_TAG,
                Element.build(Element.TAG_NAME, NAME.getBytes(StandardCharsets.US_ASCII)),
                Element.build(Element.TAG_STRING, json.getBytes(StandardCharsets.US_ASCII)))));
  }

  @Override
  public List<Range> payload(Source file) {
    List<Range> payload = new ArrayList<>();
    for (Element top : segment(file).children(file)) {
      if (top.id() == Element.CLUSTER) {
        for (Element block : top.children(file)) {
          if (block.id() == SIMPLE_BLOCK || block.id() == BLOCK_GROUP) {
            payload.add(block.data());
          }
        }
      }
    }
    return payload;
  }
}
