package io.assay.office.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

  /** SHA-256 of all four, each behind a line of its length in bytes, in lower-case hex. */
  public String sha256() {
    MessageDigest digest = digest();
    for (String part : new String[] {titleZh, titleEn, textZh, textEn}) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + "\n").getBytes(StandardCharsets.US_ASCII));
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** SHA-256 of a text, in lower-case hex. */
  static String sha256(String text) {
    return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean chinese(Locale locale) {
    return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n").strip();
  }
}
