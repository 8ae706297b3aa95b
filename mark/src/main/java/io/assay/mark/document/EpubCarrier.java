package io.assay.mark.document;

import io.assay.mark.MarkException;
import io.assay.mark.container.Carrier;
import io.assay.mark.container.Found;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.container.ZipDirectory;
import io.assay.mark.container.ZipDirectory.Entry;
import io.assay.mark.container.ZipEdit;
import io.assay.mark.text.Markup;
import io.assay.mark.text.Markup.Attribute;
import io.assay.mark.text.Markup.Kind;
import io.assay.mark.text.Markup.Tag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** EPUB 3: the label is the meta entry AIGC of the package document. */
public final class EpubCarrier implements Carrier {
  private static final String CONTAINER = "META-INF/container.xml";
  private static final int MOST = 16 << 20;

  private static Entry document(ZipDirectory zip) {
    Entry container =
        zip.entry(CONTAINER)
            .orElseThrow(() -> MarkException.malformed("the EPUB lacks " + CONTAINER, 0));
    return Markup.read(text(zip, container)).tags().stream()
        .filter(tag -> tag.localName().equals("rootfile"))
        .flatMap(tag -> tag.attribute("full-path").stream())
        .findFirst()
        .flatMap(path -> zip.entry(path.value()))
        .orElseThrow(() -> MarkException.malformed("the EPUB lacks its package document", 0));
  }

  private static String text(ZipDirectory zip, Entry entry) {
    return new String(zip.content(entry, MOST), StandardCharsets.UTF_8);
  }

  private static boolean isLabel(Tag tag) {
    return tag.localName().equals("meta")
        && tag.kind() != Kind.END
        && tag.attribute("name").filter(a -> a.value().equals("AIGC")).isPresent();
  }

  @Override
  public List<Found> read(Source file) {
    ZipDirectory zip = ZipDirectory.read(file);
    Entry document = document(zip);
    return Markup.read(text(zip, document)).tags().stream()
        .filter(EpubCarrier::isLabel)
        .flatMap(tag -> tag.attribute("content").stream())
        .map(Attribute::value)
        .map(value -> new Found("OPF meta AIGC", document.header(), value))
        .toList();
  }

  @Override
  public List<Splice> write(Source file, Implicit label) {
    ZipDirectory zip = ZipDirectory.read(file);
    Entry document = document(zip);
    String opf = text(zip, document);
    Markup markup = Markup.read(opf);
    List<Tag> stale = markup.tags().stream().filter(EpubCarrier::isLabel).toList();
    Tag end =
        markup.tags().stream()
            .filter(tag -> tag.localName().equals("metadata") && tag.kind() == Kind.END)
            .findFirst()
            .orElseThrow(() -> MarkException.malformed("the OPF lacks its metadata", 0));
    List<Tag> cuts = new ArrayList<>(stale);
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Tag cut : cuts) {
      out.append(opf, at, cut.start());
      at = markup.closing(cut).orElse(cut).end();
    }
    out.append(opf, at, end.start());
    out.append("<meta name=\"AIGC\" content=\"").append(Markup.escape(label.json())).append("\"/>");
    out.append(opf, end.start(), opf.length());
    byte[] content = out.toString().getBytes(StandardCharsets.UTF_8);
    return new ZipEdit(file, zip).put(document.name(), content).splices();
  }

  @Override
  public List<Range> payload(Source file) {
    return ZipPayload.of(file, name -> !name.endsWith(".opf") && !name.startsWith("META-INF/"));
  }
}
