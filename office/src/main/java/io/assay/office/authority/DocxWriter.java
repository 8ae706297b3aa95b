package io.assay.office.authority;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a letter as a WordprocessingML document (ISO/IEC 29500-1), for whoever edits it. */
final class DocxWriter {
  private static final LocalDateTime UNTIMED = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";
  private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private DocxWriter() {}

  static byte[] write(Letter letter) {
    StringBuilder body = new StringBuilder();
    paragraph(body, letter.title(), "<w:b/><w:sz w:val=\"32\"/>");
    letter.paragraphs().forEach(it -> paragraph(body, it, "<w:sz w:val=\"22\"/>"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      part(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"%scontent-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
              .formatted(PACKAGE));
      part(
          zip,
          "_rels/.rels",
          "<Relationships xmlns=\"%srelationships\"><Relationship Id=\"r1\" Type=\"%srelationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
              .formatted(PACKAGE, OFFICE));
      part(
          zip,
          "word/document.xml",
          "<w:document xmlns:w=\"%s\"><w:body>%s<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:body></w:document>"
              .formatted(WORD, body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void paragraph(StringBuilder body, String text, String look) {
    body.append("<w:p><w:r><w:rPr>")
        .append(look)
        .append("</w:rPr><w:t xml:space=\"preserve\">")
        .append(escaped(text))
        .append("</w:t></w:r></w:p>");
  }

  /** The text as XML takes it; what XML cannot hold is left out. */
  private static String escaped(String text) {
    return text.replaceAll("[^\\u0009\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(UNTIMED);
    zip.putNextEntry(entry);
    zip.write((HEAD + xml).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
