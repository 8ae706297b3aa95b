package io.assay.ledger.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON with exactly one spelling of each value, after RFC 8785: names sorted by UTF-16 code units,
 * no white space, the shortest escapes. Values are objects, arrays, strings, booleans and integers
 * of at most 53 bits; fractions and null have no place in a record that must not be ambiguous.
 */
public final class CanonicalJson {

  static final long MAX_INTEGER = (1L << 53) - 1;
  static final int MAX_DEPTH = 32;

  private CanonicalJson() {}

  /** The one spelling of an object, in UTF-8. */
  public static byte[] encode(Map<String, ?> object) {
    return encodeCopy(copy(object));
  }

  /** The one spelling of an object that {@link #copy} has made. */
  public static byte[] encodeCopy(Map<String, Object> copy) {
    StringBuilder out = new StringBuilder(256);
    write(copy, out);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads an object back.
   *
   * @throws IllegalArgumentException when the bytes are not canonical JSON, with the place
   */
  public static Map<String, Object> decode(byte[] bytes) {
    return new JsonReader(bytes).readWhole();
  }

  /**
   * An immutable deep copy with sorted names, {@code Integer} and {@code Short} widened to {@code
   * Long}.
   *
   * @throws IllegalArgumentException when a value has no canonical form
   */
  public static Map<String, Object> copy(Map<String, ?> object) {
    return copyObject(object, 0);
  }

  private static Map<String, Object> copyObject(Map<?, ?> object, int depth) {
    Map<String, Object> copy = new TreeMap<>();
    object.forEach(
        (name, value) -> {
          if (!(name instanceof String text)) {
            throw new IllegalArgumentException("a name must be a string, not " + name);
          }
          copy.put(checkText(text), copyValue(text, value, depth + 1));
        });
    return Collections.unmodifiableMap(copy);
  }

  private static Object copyValue(String name, Object value, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException(name + " lies deeper than " + MAX_DEPTH + " levels");
    }
    return switch (value) {
      case String text -> checkText(text);
      case Boolean truth -> truth;
      case Long number -> checkInteger(name, number);
      case Integer number -> (long) number;
      case Short number -> (long) number;
      case Map<?, ?> object -> copyObject(object, depth);
      case List<?> list -> {
        List<Object> copy = new ArrayList<>(list.size());
        list.forEach(item -> copy.add(copyValue(name, item, depth + 1)));
        yield Collections.unmodifiableList(copy);
      }
      case null, default ->
          throw new IllegalArgumentException(
              name
                  + " is "
                  + (value == null ? "null" : "a " + value.getClass().getSimpleName())
                  + "; an entry holds strings, booleans, integers, lists and maps");
    };
  }

  private static long checkInteger(String name, long number) {
    if (Math.abs(number) > MAX_INTEGER || number == Long.MIN_VALUE) {
      throw new IllegalArgumentException(
          name + " = " + number + " exceeds 53 bits; write it as a string");
    }
    return number;
  }

  private static String checkText(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (Character.isSurrogate(unit)) {
        boolean pair =
            Character.isHighSurrogate(unit)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          throw new IllegalArgumentException("a half of a surrogate pair at " + i + " of a string");
        }
        i++;
      }
    }
    return text;
  }

  private static void write(Object value, StringBuilder out) {
    switch (value) {
      case Map<?, ?> object -> {
        char separator = '{';
        for (Map.Entry<?, ?> member : object.entrySet()) {
          out.append(separator);
          writeText((String) member.getKey(), out);
          out.append(':');
          write(member.getValue(), out);
          separator = ',';
        }
        out.append(object.isEmpty() ? "{}" : "}");
      }
      case List<?> list -> {
        char separator = '[';
        for (Object item : list) {
          out.append(separator);
          write(item, out);
          separator = ',';
        }
        out.append(list.isEmpty() ? "[]" : "]");
      }
      case String text -> writeText(text, out);
      default -> out.append(value);
    }
  }

  private static void writeText(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      switch (unit) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (unit < 0x20) {
            out.append("\\u%04x".formatted((int) unit));
          } else {
            out.append(unit);
          }
        }
      }
    }
    out.append('"');
  }
}
