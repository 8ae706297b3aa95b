package io.assay.mark.document;

import io.assay.mark.MarkException;
import io.assay.mark.container.Carrier;
import io.assay.mark.container.Found;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.text.Json;
import io.assay.mark.text.Markup;
import io.assay.mark.text.Markup.Kind;
import io.assay.mark.text.Markup.Tag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * HTML: the label is the meta element AIGC; beside it stands JSON-LD with the digital source type
 * in the words of schema.org.
 */
public final class HtmlCarrier implements Carrier {
  private static final int MOST = 64 << 20;
  private static final String SCRIPT_ID = "aigc-digital-source";
  private static final Map<String, String> SCHEMA_ORG =
      Map.of(
          "trainedAlgorithmicMedia", "TrainedAlgorithmicMediaDigitalSource",
          "compositeWithTrainedAlgorithmicMedia",
              "CompositeWithTrainedAlgorithmicMediaDigitalSource");

  private static String text(Source file) {
    if (file.length() > MOST) {
      throw MarkException.limit("an HTML page of " + file.length() + " bytes", 0);
    }
    return file.latin1(0, file.length());
  }

  @Override
  public List<Found> read(Source file) {
    List<Found> found = new ArrayList<>();
    for (Tag tag : Markup.read(text(file)).tags()) {
      if (isLabel(tag)) {
        String value = attribute(tag, "content").orElse("");
        found.add(
            new Found(
                "meta AIGC",
                tag.start(),
                new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)));
      }
    }
    return found;
  }

  private static boolean isLabel(Tag tag) {
    return is(tag, "meta") && attribute(tag, "name").filter("AIGC"::equalsIgnoreCase).isPresent();
  }

  private static boolean isSourceType(Tag tag) {
    return is(tag, "script") && attribute(tag, "id").filter(SCRIPT_ID::equals).isPresent();
  }

  private static boolean is(Tag tag, String name) {
    return tag.kind() != Kind.END && tag.name().equalsIgnoreCase(name);
  }

  private static Optional<String> attribute(Tag tag, String name) {
    return tag.attributes().stream()
        .filter(a -> a.name().equalsIgnoreCase(name))
        .map(Markup.Attribute::value)
        .findFirst();
  }

  /** What this class writes, in the order of the page. */
  private static List<Range> own(Markup markup) {
    List<Range> own = new ArrayList<>();
    for (Tag tag : markup.tags()) {
      if (isLabel(tag)) {
        own.add(new Range(tag.start(), tag.end() - tag.start()));
      } else if (isSourceType(tag)) {
        long end = markup.closing(tag).map(Tag::end).orElse(tag.end());
        own.add(new Range(tag.start(), end - tag.start()));
      }
    }
    return own;
  }

  @Override
  public List<Splice> write(Source file, Implicit label) {
    Markup markup = Markup.read(text(file));
    List<Splice> splices = new ArrayList<>();
    own(markup).forEach(range -> splices.add(Splice.remove(range)));
    String elements =
        "<meta name=\"AIGC\" content=\""
            + Markup.escape(label.json())
            + "\">"
            + label.digitalSourceType().flatMap(HtmlCarrier::jsonLd).orElse("");
    splices.add(Splice.insert(insertAt(markup), elements.getBytes(StandardCharsets.US_ASCII)));
    return splices;
  }

  private static Optional<String> jsonLd(String uri) {
    String term = uri.substring(uri.lastIndexOf('/') + 1);
    return Optional.ofNullable(SCHEMA_ORG.get(term))
        .map(
            name ->
                "<script type=\"application/ld+json\" id=\""
                    + SCRIPT_ID
                    + "\">{\"@context\":\"https://schema.org\",\"@type\":\"CreativeWork\","
                    + "\"digitalSourceType\":"
                    + Json.quote("https://schema.org/" + name)
                    + "}</script>");
  }

  /** Inside the head, else where a browser would begin one. */
  private static long insertAt(Markup markup) {
    long at = 0;
    for (Tag tag : markup.tags()) {
      String name = tag.name().toLowerCase(Locale.ROOT);
      if (tag.kind() == Kind.START && name.equals("head")) {
        return tag.end();
      }
      if (tag.kind() == Kind.START && name.equals("html")) {
        at = tag.end();
      } else if (at == 0) {
        at = tag.start();
      }
    }
    return at;
  }

  @Override
  public List<Range> payload(Source file) {
    List<Range> payload = new ArrayList<>();
    long at = 0;
    for (Range own : own(Markup.read(text(file)))) {
      payload.add(new Range(at, own.at() - at));
      at = own.end();
    }
    payload.add(new Range(at, file.length() - at));
    return payload;
  }
}
