package io.assay.review.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Text in Base64, of either alphabet. */
final class Base64Text {

  private static final int GROUP = 4;
  private static final int LOOK_BACK = 8;

  private Base64Text() {}

  /** Whether the last groups cannot be part of a text in Base64, whatever follows. */
  static boolean broken(CharSequence encoded) {
    int from = Math.max(0, encoded.length() - LOOK_BACK) / GROUP * GROUP;
    byte[] bytes = bytes(encoded.subSequence(from, encoded.length()).toString());
    int start = 0;
    while (from > 0 && start < bytes.length && start < 3 && (bytes[start] & 0xC0) == 0x80) {
      start++;
    }
    CharBuffer out = CharBuffer.allocate(bytes.length);
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, false);
    return bytes.length == 0 || result.isError() || !printable(out.flip());
  }

  /** The text, empty if it is none. */
  static String decode(CharSequence encoded) {
    byte[] bytes = bytes(encoded.toString());
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return printable(text) ? text.toString() : "";
    } catch (CharacterCodingException e) {
      return "";
    }
  }

  private static byte[] bytes(String encoded) {
    try {
      return Base64.getDecoder().decode(encoded.replace('-', '+').replace('_', '/'));
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static boolean printable(CharBuffer text) {
    return text.chars().noneMatch(c -> c < 0x20 && c != '\n' && c != '\r' && c != '\t');
  }
}
