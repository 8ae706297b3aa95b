package io.assay.mark.explicit;

import io.assay.mark.MarkException;
import io.assay.mark.container.ZipDirectory;
import io.assay.mark.container.ZipEdit;
import io.assay.mark.text.Markup;
import io.assay.mark.text.Markup.Kind;
import io.assay.mark.text.Markup.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Puts a sheet with the label before the sheets of a workbook, and opens the workbook there. */
final class WorkbookCover {
  private static final String PART = "xl/worksheets/aigc.xml";
  private static final String WORKBOOK = "xl/workbook.xml";
  private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
  private static final String TYPES = "[Content_Types].xml";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String SHEET_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
  private static final String ID = "rIdAigc";
  private static final int MOST = 16 << 20;
  private static final Pattern LOCAL_SHEET = Pattern.compile("(\\slocalSheetId=\")(\\d{1,6})\"");
  private static final Pattern OPENED = Pattern.compile("\\s(activeTab|firstSheet)=\"\\d*\"");
  private static final Pattern SELECTED = Pattern.compile("\\stabSelected=\"(1|true)\"");
  private static final Pattern SHEET_ID = Pattern.compile("\\ssheetId=\"(\\d{1,9})\"");

  private final ZipDirectory zip;
  private final ZipEdit edit;

  private WorkbookCover(ZipDirectory zip, ZipEdit edit) {
    this.zip = zip;
    this.edit = edit;
  }

  /** Adds the cover, or gives the one that is there these words. */
  static void add(ZipDirectory zip, ZipEdit edit, String words) {
    WorkbookCover cover = new WorkbookCover(zip, edit);
    String workbook = cover.text(WORKBOOK);
    cover.put(PART, sheet(words, workbook.contains("bookViews>")));
    if (zip.entry(PART).isEmpty()) {
      cover.announce(workbook);
    }
  }

  /** A sheet that is not the one in front; two selected sheets would be edited together. */
  static String deselected(String sheet) {
    return SELECTED.matcher(sheet).replaceAll("");
  }

  private void announce(String workbook) {
    long id = 1;
    for (MatchResult found : SHEET_ID.matcher(workbook).results().toList()) {
      id = Math.max(id, Long.parseLong(found.group(1)) + 1);
    }
    String moved =
        LOCAL_SHEET
            .matcher(OPENED.matcher(workbook).replaceAll(""))
            .replaceAll(m -> m.group(1) + (Long.parseLong(m.group(2)) + 1) + "\"");
    String entry =
        "<sheet xmlns=\"%s\" xmlns:r=\"%s\" name=\"%s\" sheetId=\"%d\" r:id=\"%s\"/>"
            .formatted(MAIN, OFFICE, name(workbook, id), id, ID);
    put(WORKBOOK, inserted(moved, "sheets", entry));
    put(
        RELATIONS,
        inserted(
            text(RELATIONS),
            "Relationships",
            "<Relationship Id=\"%s\" Type=\"%s/worksheet\" Target=\"worksheets/aigc.xml\"/>"
                .formatted(ID, OFFICE)));
    put(
        TYPES,
        inserted(
            text(TYPES),
            "Types",
            "<Override PartName=\"/%s\" ContentType=\"%s\"/>".formatted(PART, SHEET_TYPE)));
  }

  /** No two sheets may have one name. */
  private static String name(String workbook, long id) {
    return workbook.toLowerCase(Locale.ROOT).contains(" name=\"aigc\"") ? "AIGC " + id : "AIGC";
  }

  private String text(String part) {
    return zip.entry(part)
        .map(entry -> new String(zip.content(entry, MOST), StandardCharsets.UTF_8))
        .orElseThrow(() -> MarkException.malformed("the workbook has no " + part, 0));
  }

  private void put(String part, String xml) {
    edit.put(part, xml.getBytes(StandardCharsets.UTF_8));
  }

  private static String inserted(String xml, String element, String first) {
    Tag parent =
        Markup.read(xml).tags().stream()
            .filter(tag -> tag.localName().equals(element) && tag.kind() == Kind.START)
            .findFirst()
            .orElseThrow(() -> MarkException.malformed("the workbook has no " + element, 0));
    return xml.substring(0, parent.end()) + first + xml.substring(parent.end());
  }

  private static String sheet(String words, boolean viewed) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><worksheet xmlns=\""
        + MAIN
        + "\">"
        + (viewed
            ? "<sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\"/></sheetViews>"
            : "")
        + "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>"
        + Markup.escape(words)
        + "</t></is></c></row></sheetData></worksheet>";
  }
}
