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
import io.assay.mark.text.Markup.Kind;
import io.assay.mark.text.Markup.Tag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Office Open XML (ECMA-376): the label is the custom property AIGC of the package. */
public final class OoxmlCarrier implements Carrier {
  private static final String NAME = "AIGC";
  private static final String TYPES = "[Content_Types].xml";
  private static final String RELATIONS = "_rels/.rels";
  private static final String PART = "docProps/custom.xml";
  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties";
  private static final String CONTENT_TYPE =
      "application/vnd.openxmlformats-officedocument.custom-properties+xml";
  private static final String EMPTY =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Properties"
          + " xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\""
          + " xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">"
          + "</Properties>";
  private static final int MOST = 16 << 20;

  @Override
  public List<Found> read(Source file) {
    ZipDirectory zip = ZipDirectory.read(file);
    Optional<Entry> part = zip.entry(part(zip));
    if (part.isEmpty()) {
      return List.of();
    }
    Markup markup = Markup.read(text(zip, part.get()));
    List<Found> found = new ArrayList<>();
    for (Tag property : properties(markup)) {
      if (isLabel(property)) {
        String value = markup.content(property).replaceAll("<[^>]*>", "");
        Tag inner = firstInside(markup, property);
        found.add(
            new Found(
                "custom property AIGC",
                part.get().header(),
                inner.equals(property) ? value : markup.content(inner)));
      }
    }
    return found;
  }

  private static Tag firstInside(Markup markup, Tag property) {
    return markup.tags().stream()
        .filter(tag -> tag.start() >= property.end() && tag.kind() == Kind.START)
        .findFirst()
        .orElse(property);
  }

  private static List<Tag> properties(Markup markup) {
    return markup.tags().stream()
        .filter(tag -> tag.localName().equals("property") && tag.kind() == Kind.START)
        .toList();
  }

  private static boolean isLabel(Tag property) {
    return property.attribute("name").filter(a -> a.value().equals(NAME)).isPresent();
  }

  private static String text(ZipDirectory zip, Entry entry) {
    return new String(zip.content(entry, MOST), StandardCharsets.UTF_8);
  }

  private static String required(ZipDirectory zip, String name) {
    return zip.entry(name)
        .map(entry -> text(zip, entry))
        .orElseThrow(() -> MarkException.malformed("the package lacks " + name, 0));
  }

  /** The part with custom properties, wherever the package keeps it. */
  private static String part(ZipDirectory zip) {
    return relation(required(zip, RELATIONS))
        .flatMap(tag -> tag.attribute("Target"))
        .map(target -> target.value().replaceFirst("^/", ""))
        .orElse(PART);
  }

  private static Optional<Tag> relation(String relations) {
    return Markup.read(relations).tags().stream()
        .filter(
            tag ->
                tag.attribute("Type")
                    .filter(a -> a.value().endsWith("/custom-properties"))
                    .isPresent())
        .findFirst();
  }

  @Override
  public List<Splice> write(Source file, Implicit label) {
    ZipDirectory zip = ZipDirectory.read(file);
    String part = part(zip);
    ZipEdit edit = new ZipEdit(file, zip);
    String properties = zip.entry(part).map(entry -> text(zip, entry)).orElse(EMPTY);
    edit.put(part, utf8(withLabel(properties, label.json())));
    String relations = required(zip, RELATIONS);
    if (relation(relations).isEmpty()) {
      edit.put(RELATIONS, utf8(withRelation(relations)));
    }
    String types = required(zip, TYPES);
    if (!types.contains(CONTENT_TYPE)) {
      String override =
          "<Override PartName=\"/" + part + "\" ContentType=\"" + CONTENT_TYPE + "\"/>";
      edit.put(TYPES, utf8(beforeEnd(types, "Types", override)));
    }
    return edit.splices();
  }

  private static String withRelation(String relations) {
    int number = 1;
    while (relations.contains("\"rIdAigc" + number + "\"")) {
      number++;
    }
    return beforeEnd(
        relations,
        "Relationships",
        "<Relationship Id=\"rIdAigc"
            + number
            + "\" Type=\""
            + RELATION
            + "\" Target=\""
            + PART
            + "\"/>");
  }

  private static String withLabel(String properties, String json) {
    Markup markup = Markup.read(properties);
    StringBuilder kept = new StringBuilder();
    int at = 0;
    int lastPid = 1;
    for (Tag property : properties(markup)) {
      if (isLabel(property)) {
        kept.append(properties, at, property.start());
        at = markup.closing(property).orElse(property).end();
      } else {
        lastPid = Math.max(lastPid, pid(property));
      }
    }
    kept.append(properties, at, properties.length());
    String added =
        "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\""
            + (lastPid + 1)
            + "\" name=\"AIGC\"><vt:lpwstr xmlns:vt=\"http://schemas.openxmlformats.org/"
            + "officeDocument/2006/docPropsVTypes\">"
            + Markup.escape(json)
            + "</vt:lpwstr></property>";
    return beforeEnd(kept.toString(), "Properties", added);
  }

  private static int pid(Tag property) {
    return property
        .attribute("pid")
        .map(Markup.Attribute::value)
        .filter(value -> value.matches("\\d{1,9}"))
        .map(Integer::parseInt)
        .orElse(1);
  }

  private static String beforeEnd(String xml, String element, String added) {
    Markup markup = Markup.read(xml);
    for (Tag tag : markup.tags().reversed()) {
      if (tag.localName().equals(element) && tag.kind() == Kind.END) {
        return xml.substring(0, tag.start()) + added + xml.substring(tag.start());
      }
      if (tag.localName().equals(element) && tag.kind() == Kind.EMPTY) {
        String open = xml.substring(tag.start(), tag.end() - 2);
        return xml.substring(0, tag.start()) + open + ">" + added + "</" + tag.name() + ">";
      }
    }
    throw MarkException.malformed("the element " + element + " is not closed", 0);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public List<Range> payload(Source file) {
    return ZipPayload.of(
        file,
        name ->
            !name.equals(TYPES)
                && !name.startsWith("_rels/")
                && !name.startsWith("docProps/")
                && !name.startsWith("META-INF/"));
  }
}
