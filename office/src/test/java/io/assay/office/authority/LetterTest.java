package io.assay.office.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class LetterTest {
  private static final String CHINESE = "关于违法内容处置情况的报告";
  private static final Letter LETTER =
      new Letter(CHINESE, "网信部门", "rpt_1", "2026-11-21", "一、发现情况 <A&B>\n" + "二、处置".repeat(900));

  @Test
  void thePdfReadsAsWritten_overSeveralPages() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(PdfWriter.write(LETTER))) {
      String text = new PDFTextStripper().getText(pdf);
      assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
      assertThat(text).contains(CHINESE, "rpt_1  2026-11-21", "一、发现情况 <A&B>");
    }
  }

  @Test
  void theDocumentHoldsTheSameText_escaped() throws IOException {
    Map<String, String> parts = new HashMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(DocxWriter.write(LETTER)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(parts).containsKeys("[Content_Types].xml", "_rels/.rels");
    assertThat(parts.get("word/document.xml")).contains(CHINESE, "&lt;A&amp;B&gt;");
  }

  @Test
  void theSameLetterIsTheSameBytes() {
    assertThat(PdfWriter.write(LETTER)).isEqualTo(PdfWriter.write(LETTER));
    assertThat(DocxWriter.write(LETTER)).isEqualTo(DocxWriter.write(LETTER));
  }
}
