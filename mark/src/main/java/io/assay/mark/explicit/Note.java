package io.assay.mark.explicit;

import io.assay.mark.MarkException;
import io.assay.mark.text.Markup;
import io.assay.mark.text.Markup.Kind;
import io.assay.mark.text.Markup.Tag;
import java.util.Optional;
import java.util.Set;

/** Puts a line of words into one part of a document. */
final class Note {
  private static final Set<String> BEHIND_HEADER =
      Set.of(
          "rowBreaks",
          "colBreaks",
          "customProperties",
          "cellWatches",
          "ignoredErrors",
          "smartTags",
          "drawing",
          "legacyDrawing",
          "legacyDrawingHF",
          "drawingHF",
          "picture",
          "oleObjects",
          "controls",
          "webPublishItems",
          "tableParts",
          "extLst");
  private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String SLIDE = "http://schemas.openxmlformats.org/presentationml/2006/main";
  private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";

  private Note() {}

  /** A first paragraph. */
  static String inWord(String xml, String words) {
    return insert(
        xml,
        opening(xml, "body").end(),
        "<w:p xmlns:w=\""
            + WORD
            + "\"><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>"
            + Markup.escape(words)
            + "</w:t></w:r></w:p>");
  }

  static String inBook(String xml, String words) {
    return insert(
        xml,
        opening(xml, "body").end(),
        "<p xmlns=\"http://www.w3.org/1999/xhtml\" role=\"note\">" + Markup.escape(words) + "</p>");
  }

  /** A text box in the upper left corner, in front of everything. */
  static String onSlide(String xml, String words) {
    Markup markup = Markup.read(xml);
    Tag end =
        markup
            .closing(opening(xml, "spTree"))
            .orElseThrow(() -> MarkException.malformed("the slide's spTree is not closed", 0));
    String box =
        "<p:sp xmlns:p=\""
            + SLIDE
            + "\" xmlns:a=\""
            + DRAWING
            + "\"><p:nvSpPr><p:cNvPr id=\"2147483000\" name=\"AIGC\" descr=\""
            + Markup.escape(words)
            + "\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"91440\""
            + " y=\"91440\"/><a:ext cx=\"3200400\" cy=\"457200\"/></a:xfrm><a:prstGeom"
            + " prst=\"rect\"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val=\"FFFFFF\"/>"
            + "</a:solidFill></p:spPr><p:txBody><a:bodyPr wrap=\"none\"/><a:lstStyle/><a:p><a:r>"
            + "<a:rPr lang=\"zh-CN\" sz=\"1800\" b=\"1\"><a:solidFill><a:srgbClr val=\"000000\"/>"
            + "</a:solidFill></a:rPr><a:t>"
            + Markup.escape(words)
            + "</a:t></a:r></a:p></p:txBody></p:sp>";
    return insert(xml, end.start(), box);
  }

  /** The header of printed pages. */
  static String aboveSheet(String xml, String words) {
    String header = "<oddHeader>&amp;C" + Markup.escape(words) + "</oddHeader>";
    Markup markup = Markup.read(xml);
    Optional<Tag> old = find(markup, "headerFooter");
    if (old.isPresent()) {
      Tag close = markup.closing(old.get()).orElse(old.get());
      return xml.substring(0, old.get().start())
          + "<headerFooter>"
          + header
          + "</headerFooter>"
          + xml.substring(close.end());
    }
    Tag root = opening(xml, "worksheet");
    int at =
        markup.tags().stream()
            .filter(tag -> BEHIND_HEADER.contains(tag.localName()) && tag.kind() != Kind.END)
            .mapToInt(Tag::start)
            .findFirst()
            .orElseGet(() -> markup.closing(root).orElse(root).start());
    return insert(xml, at, "<headerFooter>" + header + "</headerFooter>");
  }

  private static Tag opening(String xml, String element) {
    return find(Markup.read(xml), element)
        .orElseThrow(() -> MarkException.malformed("the document has no " + element, 0));
  }

  private static Optional<Tag> find(Markup markup, String element) {
    return markup.tags().stream()
        .filter(tag -> tag.localName().equals(element) && tag.kind() != Kind.END)
        .findFirst();
  }

  private static String insert(String xml, int at, String added) {
    return xml.substring(0, at) + added + xml.substring(at);
  }
}
