package io.assay.mark.image;

import io.assay.mark.MarkException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A PNG text chunk: its keyword and its value, inflated. */
record PngText(String keyword, byte[] value, boolean utf8) {
  private static final String XMP_KEYWORD = "XML:com.adobe.xmp";
  private static final int MAX_INFLATED = 16 << 20;

  /** Reads tEXt, zTXt or iTXt; empty where the chunk has no keyword. */
  static Optional<PngText> read(String type, byte[] data) {
    int end = zero(data, 0);
    if (end < 0) {
      return Optional.empty();
    }
    String keyword = new String(data, 0, end, StandardCharsets.ISO_8859_1);
    return switch (type) {
      case "tEXt" -> Optional.of(new PngText(keyword, tail(data, end + 1), false));
      case "zTXt" -> Optional.of(new PngText(keyword, inflate(data, end + 2), false));
      default -> international(keyword, data, end + 1);
    };
  }

  private static Optional<PngText> international(String keyword, byte[] data, int at) {
    int language = zero(data, at + 2);
    int translated = language < 0 ? -1 : zero(data, language + 1);
    if (translated < 0) {
      return Optional.empty();
    }
    byte[] value = data[at] == 1 ? inflate(data, translated + 1) : tail(data, translated + 1);
    return Optional.of(new PngText(keyword, value, true));
  }

  boolean isXmp() {
    return keyword.equals(XMP_KEYWORD);
  }

  /** The value as text; tEXt often holds UTF-8 although it should not. */
  String string() {
    return new String(value, StandardCharsets.UTF_8);
  }

  /** An uncompressed iTXt chunk with an XMP packet. */
  static byte[] xmpChunk(byte[] packet) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes(XMP_KEYWORD.getBytes(StandardCharsets.ISO_8859_1));
    data.writeBytes(new byte[5]);
    data.writeBytes(packet);
    return PngChunks.build("iTXt", data.toByteArray());
  }

  private static int zero(byte[] data, int from) {
    for (int i = from; i < data.length; i++) {
      if (data[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  private static byte[] tail(byte[] data, int from) {
    return Arrays.copyOfRange(data, Math.min(from, data.length), data.length);
  }

  private static byte[] inflate(byte[] data, int from) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(tail(data, from));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      while (!inflater.finished()) {
        int count = inflater.inflate(buffer);
        if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          break;
        }
        out.write(buffer, 0, count);
        if (out.size() > MAX_INFLATED) {
          throw MarkException.limit("a PNG text of more than " + MAX_INFLATED + " bytes", 0);
        }
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      return new byte[0];
    } finally {
      inflater.end();
    }
  }
}
