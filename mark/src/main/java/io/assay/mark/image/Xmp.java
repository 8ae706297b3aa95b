package io.assay.mark.image;

import io.assay.mark.MarkException;
import io.assay.mark.container.Found;
import io.assay.mark.container.Implicit;
import io.assay.mark.text.Markup;
import io.assay.mark.text.Markup.Attribute;
import io.assay.mark.text.Markup.Kind;
import io.assay.mark.text.Markup.Tag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The XMP packet (ISO 16684-1) with the two properties that labels need: {@code TC260:AIGC} and
 * {@code Iptc4xmpExt:DigitalSourceType}. Everything else in a packet stays as it is written.
 */
public final class Xmp {
  public static final String TC260 = "http://www.tc260.org.cn/ns/AIGC/1.0/";
  private static final String IPTC = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  private static final int MAX_PACKET = 64 << 20;

  private final String packet;
  private final Markup markup;
  private final Set<String> aigcNames = new HashSet<>();
  private final Set<String> sourceTypeNames = new HashSet<>();
  private final Set<String> rdfNames = new HashSet<>();
  private final Set<String> descriptionNames = new HashSet<>();

  private Xmp(String packet) {
    this.packet = packet;
    this.markup = Markup.read(packet);
    Set<String> keys = new HashSet<>();
    for (Tag tag : markup.tags()) {
      for (Attribute a : tag.attributes()) {
        if (a.name().startsWith("xmlns:") && keys.add(a.name() + a.value())) {
          bind(a.name().substring("xmlns:".length()), a.value());
        }
      }
    }
  }

  private void bind(String prefix, String namespace) {
    switch (namespace) {
      case TC260 -> aigcNames.add(prefix + ":AIGC");
      case IPTC -> sourceTypeNames.add(prefix + ":DigitalSourceType");
      case RDF -> {
        rdfNames.add(prefix + ":RDF");
        descriptionNames.add(prefix + ":Description");
      }
      default -> {
        if (namespace.contains("tc260")) {
          aigcNames.add(prefix + ":AIGC");
        }
      }
    }
  }

  /** Reads a packet; bytes that are not UTF-8 are kept but not understood. */
  public static Xmp read(byte[] packet) {
    if (packet.length > MAX_PACKET) {
      throw MarkException.limit("an XMP packet of " + packet.length + " bytes", 0);
    }
    return new Xmp(new String(packet, StandardCharsets.ISO_8859_1));
  }

  /** The AIGC records in the packet, as elements or as attributes. */
  public List<Found> aigc(long offset) {
    List<Found> found = new ArrayList<>();
    for (Tag tag : markup.tags()) {
      if (aigcNames.contains(tag.name()) && tag.kind() == Kind.START) {
        found.add(new Found("XMP TC260:AIGC", offset, utf8(value(tag))));
      }
      for (Attribute a : tag.attributes()) {
        if (aigcNames.contains(a.name())) {
          found.add(new Found("XMP TC260:AIGC attribute", offset, utf8(a.value())));
        }
      }
    }
    return found;
  }

  /** A simple value, or the first item of an rdf:Alt, Bag or Seq. */
  private String value(Tag property) {
    String content = markup.content(property);
    return content.startsWith("<") ? content.replaceAll("<[^>]*>", "").strip() : content;
  }

  /** The IPTC digital source type, where the packet states one. */
  public Optional<String> digitalSourceType() {
    for (Tag tag : markup.tags()) {
      if (sourceTypeNames.contains(tag.name()) && tag.kind() != Kind.END) {
        return tag.attributes().stream()
            .filter(a -> a.name().endsWith(":resource"))
            .map(Attribute::value)
            .findFirst()
            .or(() -> Optional.of(value(tag)));
      }
      Optional<Attribute> attribute =
          tag.attributes().stream().filter(a -> sourceTypeNames.contains(a.name())).findFirst();
      if (attribute.isPresent()) {
        return attribute.map(Attribute::value);
      }
    }
    return Optional.empty();
  }

  /** A new packet that holds the label alone. */
  public static byte[] packet(Implicit label) {
    String packet =
        "<?xpacket begin=\"\u00ef\u00bb\u00bf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
            + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\""
            + RDF
            + "\">"
            + description(label, "")
            + "</rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>";
    return packet.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** This packet with the label as its one AIGC record. */
  public byte[] with(Implicit label) {
    Tag rdf =
        markup.tags().stream()
            .filter(tag -> rdfNames.contains(tag.name()) && tag.kind() == Kind.START)
            .findFirst()
            .orElseThrow(() -> MarkException.malformed("the XMP packet has no rdf:RDF", 0));
    Tag end =
        markup
            .closing(rdf)
            .orElseThrow(() -> MarkException.malformed("rdf:RDF is not closed", rdf.start()));
    List<Edit> edits = removals(label.digitalSourceType().isPresent());
    edits.add(new Edit(end.start(), end.start(), description(label, about())));
    return apply(edits).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The packet without any AIGC record. */
  public byte[] without() {
    return apply(removals(false)).getBytes(StandardCharsets.ISO_8859_1);
  }

  private record Edit(int start, int end, String text) {}

  private List<Edit> removals(boolean sourceTypeToo) {
    Set<String> names = new HashSet<>(aigcNames);
    if (sourceTypeToo) {
      names.addAll(sourceTypeNames);
    }
    List<Edit> edits = new ArrayList<>();
    int behind = 0;
    for (Tag tag : markup.tags()) {
      if (tag.start() < behind) {
        continue;
      }
      if (names.contains(tag.name()) && tag.kind() != Kind.END) {
        Tag close = markup.closing(tag).orElse(tag);
        behind = close.end();
        edits.add(new Edit(tag.start(), behind, ""));
        continue;
      }
      tag.attributes().stream()
          .filter(a -> names.contains(a.name()))
          .forEach(a -> edits.add(new Edit(a.start(), a.end(), "")));
    }
    return edits;
  }

  private String apply(List<Edit> edits) {
    StringBuilder out = new StringBuilder(packet);
    edits.stream()
        .sorted(Comparator.comparingInt(Edit::start).reversed())
        .forEach(edit -> out.replace(edit.start(), edit.end(), edit.text()));
    return out.toString();
  }

  /** The subject of the packet; every description must name the same. */
  private String about() {
    return markup.tags().stream()
        .filter(tag -> descriptionNames.contains(tag.name()))
        .flatMap(tag -> tag.attributes().stream())
        .filter(a -> a.name().endsWith(":about"))
        .map(Attribute::value)
        .findFirst()
        .orElse("");
  }

  private static String description(Implicit label, String about) {
    String sourceType =
        label
            .digitalSourceType()
            .map(
                uri ->
                    "<Iptc4xmpExt:DigitalSourceType>"
                        + Markup.escape(uri)
                        + "</Iptc4xmpExt:DigitalSourceType>")
            .orElse("");
    return "<rdf:Description xmlns:rdf=\""
        + RDF
        + "\" rdf:about=\""
        + Markup.escape(about)
        + "\" xmlns:TC260=\""
        + TC260
        + "\""
        + (sourceType.isEmpty() ? "" : " xmlns:Iptc4xmpExt=\"" + IPTC + "\"")
        + "><TC260:AIGC>"
        + Markup.escape(label.json())
        + "</TC260:AIGC>"
        + sourceType
        + "</rdf:Description>";
  }

  private static String utf8(String latin1) {
    return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
