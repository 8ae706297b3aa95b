package io.assay.office.document;

import io.assay.office.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What a document says, in both languages; texts are Markdown. */
public record Wording(String titleZh, String titleEn, String textZh, String textEn) {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_TEXT = 200_000;

  public Wording {
    titleZh = titleZh.strip();
    titleEn = titleEn.strip();
    textZh = lines(textZh);
    textEn = lines(textEn);
  }

  /** Whether there is a title and a text in both languages, none of them too long. */
  public boolean complete() {
    return !titleZh.isEmpty()
        && !titleEn.isEmpty()
        && !textZh.isEmpty()
        && !textEn.isEmpty()
        && Math.max(titleZh.length(), titleEn.length()) <= LONGEST_TITLE
        && Math.max(textZh.length(), textEn.length()) <= LONGEST_TEXT;
  }

  public String title(Locale locale) {
    return chinese(locale) ? titleZh : titleEn;
  }

  public String text(Locale locale) {
    return chinese(locale) ? textZh : textEn;
  }

  /** The text as HTML that is safe on a page. */
  public String html(Locale locale) {
    return Markdown.html(text(locale));
  }

  /** SHA-256 of all four, each behind a line of its length in bytes, in lower-case hex. */
  public String sha256() {
    StringBuilder framed = new StringBuilder();
    for (String part : List.of(titleZh, titleEn, textZh, textEn)) {
      framed.append(part.getBytes(StandardCharsets.UTF_8).length).append('\n').append(part);
    }
    return Sha256.of(framed.toString());
  }

  private static boolean chinese(Locale locale) {
    return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n").strip();
  }
}
