package io.assay.review.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Undoes percent encoding, HTML character references, Unicode escapes and Base64 in a text that arrives one
 * character at a time; what is not encoded passes as it is.
 *
 * <p>Not safe for use by more than one thread.
 */
final class Decoder {

  /** Takes the text without its encodings. */
  interface Sink {
    /** A piece of text that the original text from one index to another stands for. */
    void piece(String text, int from, int to, boolean decoded);
  }

  private static final int LONGEST_REFERENCE = 10;
  private static final int SHORTEST_BASE64 = 8;
  private static final int ESCAPE_LENGTH = 6;

  private enum State {
    PLAIN,
    PERCENT,
    REFERENCE,
    ESCAPE,
    BASE64,
    WORD
  }

  private final Sink sink;
  private final StringBuilder held = new StringBuilder();
  private State state = State.PLAIN;
  private int heldFrom;

  Decoder(Sink sink) {
    this.sink = sink;
  }

  /** The index from which the text is not yet passed on, or the given end. */
  int heldFrom(int end) {
    return held.isEmpty() ? end : heldFrom;
  }

  void take(char c, int index) {
    switch (state) {
      case PLAIN -> begin(c, index);
      case PERCENT -> percent(c, index);
      case REFERENCE -> reference(c, index);
      case ESCAPE -> escape(c, index);
      case BASE64 -> base64(c, index);
      case WORD -> word(c, index);
    }
  }

  /** Passes on what is held; no more will come. */
  void finish() {
    if (state == State.BASE64) {
      endBase64();
    }
    passAsIs();
  }

  private void begin(char c, int index) {
    if (c == '%') {
      hold(c, index, State.PERCENT);
    } else if (c == '&') {
      hold(c, index, State.REFERENCE);
    } else if (c == '\\') {
      hold(c, index, State.ESCAPE);
    } else if (base64(c)) {
      hold(c, index, State.BASE64);
    } else {
      sink.piece(String.valueOf(c), index, index + 1, false);
    }
  }

  private void word(char c, int index) {
    if (base64(c) || c == '=') {
      sink.piece(String.valueOf(c), index, index + 1, false);
    } else {
      state = State.PLAIN;
      begin(c, index);
    }
  }

  private void percent(char c, int index) {
    int position = held.length() % 3;
    boolean fits = position == 0 ? c == '%' : Character.digit(c, 16) >= 0 && c < 0x80;
    if (!fits) {
      passAsIs();
      begin(c, index);
      return;
    }
    held.append(c);
    if (held.length() % 3 == 0) {
      byte[] bytes = new byte[held.length() / 3];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) Integer.parseInt(held.substring(3 * i + 1, 3 * i + 3), 16);
      }
      passIfWhole(bytes, index);
    }
  }

  private void passIfWhole(byte[] bytes, int index) {
    CharBuffer out = CharBuffer.allocate(bytes.length);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    CoderResult result = utf8.decode(in, out, false);
    if (result.isError() || bytes.length > 4) {
      passAsIs();
    } else if (!in.hasRemaining()) {
      pass(out.flip().toString(), index + 1);
    }
  }

  private void reference(char c, int index) {
    if (c == ';') {
      held.append(c);
      int codePoint = codePoint(held.substring(1, held.length() - 1));
      if (codePoint < 0) {
        passAsIs();
      } else {
        pass(Character.toString(codePoint), index + 1);
      }
    } else if ((c == '#' || Character.isLetterOrDigit(c))
        && c < 0x80
        && held.length() < LONGEST_REFERENCE) {
      held.append(c);
    } else {
      passAsIs();
      begin(c, index);
    }
  }

  private void escape(char c, int index) {
    boolean fits = held.length() == 1 ? c == 'u' : Character.digit(c, 16) >= 0 && c < 0x80;
    if (!fits) {
      passAsIs();
      begin(c, index);
      return;
    }
    held.append(c);
    if (held.length() == ESCAPE_LENGTH) {
      char unit = (char) Integer.parseInt(held.substring(2), 16);
      pass(String.valueOf(unit), index + 1);
    }
  }

  private static int codePoint(String name) {
    try {
      if (name.startsWith("#x") || name.startsWith("#X")) {
        return valid(Integer.parseInt(name.substring(2), 16));
      }
      if (name.startsWith("#")) {
        return valid(Integer.parseInt(name.substring(1)));
      }
    } catch (NumberFormatException e) {
      return -1;
    }
    return switch (name) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      case "nbsp" -> 0xA0;
      default -> -1;
    };
  }

  private static int valid(int codePoint) {
    boolean scalar =
        Character.isValidCodePoint(codePoint) && (codePoint < 0xD800 || codePoint > 0xDFFF);
    return scalar ? codePoint : -1;
  }

  private void base64(char c, int index) {
    if (base64(c)) {
      held.append(c);
      if (held.length() % 4 == 0 && Base64Text.broken(held)) {
        passAsIs();
        state = State.WORD;
      }
    } else if (c == '=') {
      held.append(c);
    } else {
      endBase64();
      begin(c, index);
    }
  }

  private void endBase64() {
    String text = held.length() < SHORTEST_BASE64 ? "" : Base64Text.decode(held);
    if (text.isEmpty()) {
      passAsIs();
    } else {
      pass(text, heldFrom + held.length());
    }
  }

  private static boolean base64(char c) {
    return c < 0x80
        && (Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '-' || c == '_');
  }

  private void hold(char c, int index, State next) {
    held.append(c);
    heldFrom = index;
    state = next;
  }

  private void pass(String text, int end) {
    sink.piece(text, heldFrom, end, true);
    held.setLength(0);
    state = State.PLAIN;
  }

  private void passAsIs() {
    for (int i = 0; i < held.length(); i++) {
      sink.piece(held.substring(i, i + 1), heldFrom + i, heldFrom + i + 1, false);
    }
    held.setLength(0);
    state = State.PLAIN;
  }
}
