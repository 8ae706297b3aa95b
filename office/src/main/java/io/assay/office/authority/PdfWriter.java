package io.assay.office.authority;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes a letter as PDF 1.7 (ISO 32000-1). Chinese and Latin are set in the standard character
 * collection Adobe-GB1, whose fonts readers bring themselves, so that nothing has to be embedded.
 */
final class PdfWriter {
  private static final int WIDTH = 595;
  private static final int HEIGHT = 842;
  private static final int MARGIN = 64;
  private static final int SIZE = 11;
  private static final int TITLE_SIZE = 16;
  private static final int LEADING = 19;
  private static final int LINES = (HEIGHT - 2 * MARGIN) / LEADING;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> offsets = new ArrayList<>();

  private PdfWriter() {}

  static byte[] write(Letter letter) {
    return new PdfWriter().pages(letter);
  }

  /** A line of text and its size. */
  private record Row(String text, int size) {}

  private byte[] pages(Letter letter) {
    List<List<Row>> pages = cut(rows(letter));
    text("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
    StringBuilder kids = new StringBuilder();
    for (int i = 0; i < pages.size(); i++) {
      kids.append(6 + 2 * i).append(" 0 R ");
    }
    object("<< /Type /Catalog /Pages 2 0 R >>");
    object("<< /Type /Pages /Count %d /Kids [%s] >>".formatted(pages.size(), kids));
    object(
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
            + " /DescendantFonts [4 0 R] >>");
    object(
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo"
            + " << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500]"
            + " /FontDescriptor 5 0 R >>");
    object(
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880]"
            + " /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>");
    for (int i = 0; i < pages.size(); i++) {
      object(
          ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Resources << /Font << /F 3 0 R >> >>"
                  + " /Contents %d 0 R >>")
              .formatted(WIDTH, HEIGHT, 7 + 2 * i));
      String drawn = drawn(pages.get(i));
      object("<< /Length %d >>\nstream\n%s\nendstream".formatted(drawn.length(), drawn));
    }
    return end();
  }

  private static List<Row> rows(Letter letter) {
    List<Row> rows = new ArrayList<>();
    wrapped(letter.title(), TITLE_SIZE).forEach(it -> rows.add(new Row(it, TITLE_SIZE)));
    rows.add(new Row("", SIZE));
    for (String paragraph : letter.paragraphs()) {
      wrapped(paragraph, SIZE).forEach(it -> rows.add(new Row(it, SIZE)));
    }
    return rows;
  }

  private static List<List<Row>> cut(List<Row> rows) {
    List<List<Row>> pages = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += LINES) {
      pages.add(rows.subList(from, Math.min(rows.size(), from + LINES)));
    }
    return pages;
  }

  private static List<String> wrapped(String text, int size) {
    double room = (double) (WIDTH - 2 * MARGIN) / size;
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    double used = 0;
    for (int c : text.codePoints().toArray()) {
      double width = c < 0x80 ? 0.5 : 1;
      if (used + width > room) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      line.appendCodePoint(Character.isBmpCodePoint(c) && c >= ' ' ? c : '?');
      used += width;
    }
    lines.add(line.toString());
    return lines;
  }

  private static String drawn(List<Row> rows) {
    StringBuilder content = new StringBuilder("BT\n");
    int y = HEIGHT - MARGIN - SIZE;
    for (Row row : rows) {
      String hex =
          HexFormat.of().withUpperCase().formatHex(row.text().getBytes(StandardCharsets.UTF_16BE));
      content.append("/F %d Tf 1 0 0 1 %d %d Tm <%s> Tj\n".formatted(row.size(), MARGIN, y, hex));
      y -= LEADING;
    }
    return content.append("ET").toString();
  }

  private void object(String body) {
    offsets.add(out.size());
    text("%d 0 obj\n%s\nendobj\n".formatted(offsets.size(), body));
  }

  private byte[] end() {
    int start = out.size();
    text("xref\n0 %d\n0000000000 65535 f \n".formatted(offsets.size() + 1));
    offsets.forEach(at -> text("%010d 00000 n \n".formatted(at)));
    text(
        "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
            .formatted(offsets.size() + 1, start));
    return out.toByteArray();
  }

  private void text(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
