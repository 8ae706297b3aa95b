package io.assay.office.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The kinds of file that a case takes, told by their first bytes and never by their name. */
public enum FileKind {
  PNG("image/png"),
  JPEG("image/jpeg"),
  GIF("image/gif"),
  WEBP("image/webp"),
  PDF("application/pdf"),
  MP4("video/mp4"),
  MP3("audio/mpeg"),
  WAV("audio/wav"),
  TEXT("text/plain;charset=UTF-8");

  private final String type;

  FileKind(String type) {
    this.type = type;
  }

  public String type() {
    return type;
  }

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
      return Optional.of(MP4);
    }
    if (starts(bytes, 0, "ID3") || starts(bytes, 0, "\u00ff\u00fb")) {
      return Optional.of(MP3);
    }
    return plain(bytes) ? Optional.of(TEXT) : Optional.empty();
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

  /** Whether it is UTF-8 without control characters other than line ends and tabs. */
  private static boolean plain(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return !text.isEmpty()
          && !text.startsWith("<")
          && text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
    } catch (CharacterCodingException notText) {
      return false;
    }
  }
}
