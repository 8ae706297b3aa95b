package io.assay.mark.explicit;

import io.assay.mark.AppliedLabel;
import io.assay.mark.ExplicitLabel;
import io.assay.mark.ExplicitLabel.Position;
import io.assay.mark.MarkException;
import io.assay.mark.Media;
import io.assay.mark.container.Format;
import io.assay.mark.container.Spliced;
import io.assay.mark.container.ZipDirectory;
import io.assay.mark.container.ZipDirectory.Entry;
import io.assay.mark.container.ZipEdit;
import io.assay.mark.text.Markup;
import io.assay.mark.text.Markup.Kind;
import io.assay.mark.text.Markup.Tag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Labels the pages of an office document or a book: a first paragraph in DOCX and EPUB, a line on
 * every slide in PPTX, a sheet in front and a line in the page header of every sheet in XLSX.
 */
final class PackageLabeler implements Labeler {
  private static final int MOST = 64 << 20;

  @Override
  public Labeled label(Media media, ExplicitLabel label) {
    ZipDirectory zip = ZipDirectory.read(media.source());
    ZipEdit edit = new ZipEdit(media.source(), zip);
    String words = label.texts().sentence();
    List<Entry> parts = parts(zip, media.format());
    if (parts.isEmpty()) {
      throw MarkException.malformed("the document has no page to label", 0);
    }
    for (Entry part : parts) {
      String xml = new String(zip.content(part, MOST), StandardCharsets.UTF_8);
      String labelled =
          switch (media.format()) {
            case DOCX -> Note.inWord(xml, words);
            case PPTX -> Note.onSlide(xml, words);
            case XLSX -> Note.aboveSheet(WorkbookCover.deselected(xml), words);
            default -> Note.inBook(xml, words);
          };
      edit.put(part.name(), labelled.getBytes(StandardCharsets.UTF_8));
    }
    if (media.format() == Format.XLSX) {
      WorkbookCover.add(zip, edit, words);
    }
    Media labelled = new Media(new Spliced(media.source(), edit.splices()), media.format());
    return new Labeled(labelled, List.of(new AppliedLabel.Words(words, Position.START, 0)));
  }

  private static List<Entry> parts(ZipDirectory zip, Format format) {
    return switch (format) {
      case DOCX -> zip.entry("word/document.xml").stream().toList();
      case PPTX -> matching(zip, "ppt/slides/slide\\d+\\.xml");
      case XLSX -> matching(zip, "xl/worksheets/sheet\\d+\\.xml");
      default -> firstChapter(zip);
    };
  }

  private static List<Entry> matching(ZipDirectory zip, String pattern) {
    return zip.entries().stream().filter(entry -> entry.name().matches(pattern)).toList();
  }

  private static List<Entry> firstChapter(ZipDirectory zip) {
    for (Entry opf : matching(zip, ".*\\.opf")) {
      Markup markup = Markup.read(new String(zip.content(opf, MOST), StandardCharsets.UTF_8));
      String folder = opf.name().substring(0, opf.name().lastIndexOf('/') + 1);
      List<String> order = attributes(markup, "itemref", "idref");
      for (Tag item : markup.tags()) {
        boolean first =
            !order.isEmpty()
                && item.localName().equals("item")
                && item.attribute("id").filter(a -> a.value().equals(order.getFirst())).isPresent();
        if (first && item.attribute("href").isPresent()) {
          return zip.entry(folder + item.attribute("href").get().value()).stream().toList();
        }
      }
    }
    return List.of();
  }

  private static List<String> attributes(Markup markup, String element, String attribute) {
    List<String> values = new ArrayList<>();
    for (Tag tag : markup.tags()) {
      if (tag.localName().equals(element) && tag.kind() != Kind.END) {
        tag.attribute(attribute).ifPresent(a -> values.add(a.value()));
      }
    }
    return values;
  }
}
