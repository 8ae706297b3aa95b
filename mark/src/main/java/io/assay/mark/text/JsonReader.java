package io.assay.mark.text;

import io.assay.mark.MarkException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads JSON (RFC 8259) with positions. Trailing commas, which files in the wild hold, are read and
 * noted on the object. Nesting is bounded.
 */
public final class JsonReader {
  private static final int MAX_DEPTH = 128;

  private final String text;
  private int at;

  private JsonReader(String text) {
    this.text = text;
  }

  /** The one value that {@code text} holds. */
  public static Json read(String text) {
    JsonReader reader = new JsonReader(text);
    Json value = reader.value(0);
    reader.space();
    if (reader.at < text.length()) {
      throw reader.malformed("text follows the JSON value");
    }
    return value;
  }

  private Json value(int depth) {
    if (depth > MAX_DEPTH) {
      throw MarkException.limit("JSON nested deeper than " + MAX_DEPTH, at);
    }
    space();
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> {
        int start = at;
        String value = string();
        yield new Json.Text(start, at, value);
      }
      default -> literal();
    };
  }

  private Json object(int depth) {
    int start = at++;
    List<Json.Member> members = new ArrayList<>();
    boolean trailing = false;
    space();
    while (peek() != '}') {
      int memberStart = at;
      String key = string();
      space();
      expect(':');
      members.add(new Json.Member(memberStart, key, value(depth + 1)));
      trailing = comma('}');
    }
    at++;
    return new Json.Struct(start, at, List.copyOf(members), trailing);
  }

  private Json array(int depth) {
    int start = at++;
    List<Json> items = new ArrayList<>();
    space();
    while (peek() != ']') {
      items.add(value(depth + 1));
      comma(']');
    }
    at++;
    return new Json.Array(start, at, List.copyOf(items));
  }

  /** Passes a comma if one is there; says whether the closing mark follows it. */
  private boolean comma(char close) {
    space();
    if (peek() == close) {
      return false;
    }
    expect(',');
    space();
    return peek() == close;
  }

  private Json literal() {
    int start = at;
    while (at < text.length() && "+-.eE0123456789truefalsn".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String value = text.substring(start, at);
    if (!value.matches("true|false|null|-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?")) {
      at = start;
      throw malformed("a JSON value was expected");
    }
    return new Json.Literal(start, at, value);
  }

  private String string() {
    expect('"');
    StringBuilder out = new StringBuilder();
    while (true) {
      char c = peek();
      at++;
      if (c == '"') {
        return out.toString();
      }
      out.append(c == '\\' ? escape() : c);
    }
  }

  private char escape() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw malformed("a JSON escape was expected");
    };
  }

  private char unicode() {
    if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
      throw malformed("four hexadecimal digits were expected");
    }
    at += 4;
    return (char) Integer.parseInt(text.substring(at - 4, at), 16);
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw malformed("the JSON text ends early");
    }
    return text.charAt(at);
  }

  private void expect(char c) {
    if (peek() != c) {
      throw malformed("'" + c + "' was expected");
    }
    at++;
  }

  private MarkException malformed(String message) {
    return MarkException.malformed(message, at);
  }
}
