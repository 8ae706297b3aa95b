package io.assay.mark.text;

import java.util.List;
import java.util.Optional;

/** A JSON value with the run of characters it was read from. */
public sealed interface Json {
  /** The offset of the first character. */
  int start();

  /** The offset behind the last character. */
  int end();

  /** An object; its members keep their order, and a repeated key is kept as it is. */
  record Struct(int start, int end, List<Member> members, boolean lenient) implements Json {
    public Optional<Json> get(String key) {
      return members.stream().filter(m -> m.key().equals(key)).map(Member::value).findFirst();
    }
  }

  /**
   * One member of an object.
   *
   * @param start the offset of the key's quotation mark
   */
  record Member(int start, String key, Json value) {}

  record Array(int start, int end, List<Json> items) implements Json {}

  record Text(int start, int end, String value) implements Json {}

  /** A number, {@code true}, {@code false} or {@code null}, as written. */
  record Literal(int start, int end, String value) implements Json {}

  /** The value as a string, where it is a string or a literal. */
  default Optional<String> scalar() {
    return switch (this) {
      case Text text -> Optional.of(text.value());
      case Literal literal -> Optional.of(literal.value());
      case Struct struct -> Optional.empty();
      case Array array -> Optional.empty();
    };
  }

  /** {@code value} as a JSON string in ASCII, with its quotation marks. */
  static String quote(String value) {
    StringBuilder out = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || c > 0x7e) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
