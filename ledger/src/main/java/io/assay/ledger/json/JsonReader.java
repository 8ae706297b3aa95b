package io.assay.ledger.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads canonical JSON and refuses any other spelling. */
final class JsonReader {

  private final byte[] bytes;
  private final String text;
  private int at;

  JsonReader(byte[] bytes) {
    this.bytes = bytes;
    try {
      this.text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException malformed) {
      throw new IllegalArgumentException("not UTF-8", malformed);
    }
  }

  Map<String, Object> readWhole() {
    Map<String, Object> object = readObject(0);
    if (at != text.length()) {
      throw bad("nothing more");
    }
    Map<String, Object> copy = CanonicalJson.copy(object);
    if (!Arrays.equals(CanonicalJson.encodeCopy(copy), bytes)) {
      throw new IllegalArgumentException("JSON, but not in its canonical spelling");
    }
    return copy;
  }

  private Map<String, Object> readObject(int depth) {
    expect('{');
    Map<String, Object> object = new LinkedHashMap<>();
    if (take('}')) {
      return object;
    }
    do {
      String name = readText();
      expect(':');
      if (object.put(name, readValue(depth + 1)) != null) {
        throw bad("one value for " + name);
      }
    } while (take(','));
    expect('}');
    return object;
  }

  private List<Object> readList(int depth) {
    expect('[');
    List<Object> list = new ArrayList<>();
    if (take(']')) {
      return list;
    }
    do {
      list.add(readValue(depth + 1));
    } while (take(','));
    expect(']');
    return list;
  }

  private Object readValue(int depth) {
    if (depth > CanonicalJson.MAX_DEPTH) {
      throw bad("at most " + CanonicalJson.MAX_DEPTH + " levels");
    }
    char next = at < text.length() ? text.charAt(at) : 0;
    return switch (next) {
      case '{' -> readObject(depth);
      case '[' -> readList(depth);
      case '"' -> readText();
      case 't' -> readWord("true", true);
      case 'f' -> readWord("false", false);
      default -> readInteger();
    };
  }

  private boolean readWord(String word, boolean value) {
    if (!text.startsWith(word, at)) {
      throw bad(word);
    }
    at += word.length();
    return value;
  }

  private long readInteger() {
    int start = at;
    take('-');
    while (at < text.length() && Character.digit(text.charAt(at), 10) >= 0 && at - start < 20) {
      at++;
    }
    try {
      return Long.parseLong(text.substring(start, at));
    } catch (NumberFormatException notANumber) {
      at = start;
      throw bad("a value");
    }
  }

  private String readText() {
    expect('"');
    StringBuilder out = new StringBuilder();
    while (at < text.length()) {
      char unit = text.charAt(at++);
      if (unit == '"') {
        return out.toString();
      }
      if (unit < 0x20) {
        at--;
        throw bad("an escaped control character");
      }
      out.append(unit == '\\' ? readEscape() : unit);
    }
    throw bad("the end of a string");
  }

  private char readEscape() {
    char kind = at < text.length() ? text.charAt(at++) : 0;
    return switch (kind) {
      case '"', '\\' -> kind;
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'u' -> readUnicode();
      default -> throw bad("an escape");
    };
  }

  private char readUnicode() {
    try {
      char unit = (char) Integer.parseUnsignedInt(text, at, Math.min(at + 4, text.length()), 16);
      at += 4;
      return unit;
    } catch (NumberFormatException notHex) {
      throw bad("four hexadecimal digits");
    }
  }

  private boolean take(char wanted) {
    boolean found = at < text.length() && text.charAt(at) == wanted;
    if (found) {
      at++;
    }
    return found;
  }

  private void expect(char wanted) {
    if (!take(wanted)) {
      throw bad("'" + wanted + "'");
    }
  }

  private IllegalArgumentException bad(String wanted) {
    return new IllegalArgumentException("expected " + wanted + " at character " + at);
  }
}
