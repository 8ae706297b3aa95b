package io.assay.office.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** The kinds of file that a case takes, told by their first bytes and never by their name. */
public enum FileKind {
  PNG,
  JPEG,
  GIF,
  WEBP,
  HEIC,
  AVIF,
  PDF,
  MP4,
  M4A,
  MP3,
  AMR,
  WAV,
  TEXT;

  /** What a browser offers to choose from; what counts is what the file begins with. */
  static final String CHOOSER =
      "image/*,audio/*,video/mp4,video/quicktime,application/pdf,text/plain";

  private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "heim", "heis", "mif1");
  private static final int BRAND = 8;

  static Optional<FileKind> of(byte[] bytes) {
    if (starts(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    }
    if (starts(bytes, 0, "\u00ff\u00d8\u00ff")) {
      return Optional.of(JPEG);
    }
    if (starts(bytes, 0, "GIF8")) {
      return Optional.of(GIF);
    }
    if (starts(bytes, 0, "RIFF")) {
      return starts(bytes, 8, "WEBP")
          ? Optional.of(WEBP)
          : starts(bytes, 8, "WAVE") ? Optional.of(WAV) : Optional.empty();
    }
    if (starts(bytes, 0, "%PDF-")) {
      return Optional.of(PDF);
    }
    if (starts(bytes, 4, "ftyp")) {
      return Optional.of(branded(bytes));
    }
    if (starts(bytes, 0, "ID3") || frame(bytes)) {
      return Optional.of(MP3);
    }
    if (starts(bytes, 0, "#!AMR")) {
      return Optional.of(AMR);
    }
    return plain(bytes) ? Optional.of(TEXT) : Optional.empty();
  }

  /** The kind of an ISO base media file by its major brand. */
  private static FileKind branded(byte[] bytes) {
    int end = Math.min(bytes.length, BRAND + 4);
    String brand = new String(bytes, BRAND, end - BRAND, StandardCharsets.ISO_8859_1);
    if (HEIC_BRANDS.contains(brand)) {
      return HEIC;
    }
    return switch (brand) {
      case "avif" -> AVIF;
      case "M4A " -> M4A;
      default -> MP4;
    };
  }

  /** Whether it begins with a frame of MPEG audio, layer III. */
  private static boolean frame(byte[] bytes) {
    return bytes.length > 1 && bytes[0] == (byte) 0xff && (bytes[1] & 0xe6) == 0xe2;
  }

  private static boolean starts(byte[] bytes, int at, String signature) {
    if (bytes.length < at + signature.length()) {
      return false;
    }
    for (int i = 0; i < signature.length(); i++) {
      if ((bytes[at + i] & 0xff) != signature.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean control(int c) {
    return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
  }

  /** Whether it is UTF-8 without control characters other than line ends and tabs. */
  private static boolean plain(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return !text.isEmpty() && !text.startsWith("<") && text.chars().noneMatch(FileKind::control);
    } catch (CharacterCodingException notText) {
      return false;
    }
  }
}
