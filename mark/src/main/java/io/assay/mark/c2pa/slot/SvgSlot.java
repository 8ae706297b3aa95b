package io.assay.mark.c2pa.slot;

import io.assay.mark.MarkException;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.container.StorePlan;
import io.assay.mark.container.StoreSlot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Base64 in {@code <c2pa:manifest>} inside the drawing's {@code <metadata>}. */
final class SvgSlot implements StoreSlot {
  private static final String ELEMENT = "c2pa:manifest";
  private static final String METADATA = "metadata";
  private static final String OPEN = "<" + ELEMENT + " xmlns:c2pa=\"http://c2pa.org/manifest\">";
  private static final String CLOSE = "</" + ELEMENT + ">";

  @Override
  public Optional<byte[]> read(Source file) {
    return location(file).stream()
        .findFirst()
        .map(
            run -> {
              String base64 = file.latin1(run.at(), run.length()).replaceAll("\\s", "");
              try {
                return Base64.getDecoder().decode(base64);
              } catch (IllegalArgumentException e) {
                throw MarkException.malformed(
                    "the manifest in the drawing is not Base64", run.at());
              }
            });
  }

  @Override
  public List<Range> location(Source file) {
    return new SvgOutline(file)
        .elements(List.of(METADATA, ELEMENT)).stream()
            .findFirst()
            .map(SvgOutline.Element::content)
            .stream()
            .toList();
  }

  @Override
  public StorePlan plan(Source file, byte[] store) {
    SvgOutline outline = new SvgOutline(file);
    List<Splice> splices = new ArrayList<>();
    List<SvgOutline.Element> earlier = outline.elements(List.of(METADATA, ELEMENT));
    earlier.forEach(element -> splices.add(Splice.remove(element.whole())));
    String base64 = Base64.getEncoder().encodeToString(store);
    SvgOutline.Element root = outline.root();
    Optional<SvgOutline.Element> metadata =
        outline.elements(List.of(METADATA)).stream().filter(e -> !e.empty()).findFirst();
    String before;
    String after;
    long at;
    if (metadata.isPresent()) {
      before = OPEN;
      after = CLOSE;
      at = metadata.get().content().at();
    } else {
      before = "<metadata>" + OPEN;
      after = CLOSE + "</metadata>";
      at = root.content().at();
    }
    if (root.empty()) {
      Range tag = root.whole();
      before = ">" + before;
      after = after + "</" + root.name() + ">";
      at = tag.end() - 2;
      splices.add(new Splice(at, 2, ascii(before + base64 + after)));
    } else {
      splices.add(Splice.insert(at, ascii(before + base64 + after)));
    }
    long insertedAt = at;
    long removed =
        earlier.stream()
            .filter(e -> e.whole().at() < insertedAt)
            .mapToLong(e -> e.whole().length())
            .sum();
    return new StorePlan(
        splices, List.of(new Range(at - removed + before.length(), base64.length())));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
