package io.assay.mark.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * XML or HTML cut into tags, with the position of each. It knows no entities but the predefined
 * ones and opens nothing outside the text, so a hostile document costs one pass. Names are compared
 * as written.
 */
public final class Markup {
  /** What a tag does. */
  public enum Kind {
    START,
    END,
    EMPTY
  }

  /**
   * One tag.
   *
   * @param start the offset of its {@code <}
   * @param end the offset behind its {@code >}
   */
  public record Tag(Kind kind, String name, int start, int end, List<Attribute> attributes) {
    public Optional<Attribute> attribute(String wanted) {
      return attributes.stream().filter(a -> a.name().equals(wanted)).findFirst();
    }

    /** The name without its prefix. */
    public String localName() {
      return name.substring(name.indexOf(':') + 1);
    }
  }

  /**
   * One attribute.
   *
   * @param start the offset of its name
   * @param end the offset behind its value
   * @param value with entities resolved
   */
  public record Attribute(String name, String value, int start, int end) {}

  private final String text;
  private final List<Tag> tags = new ArrayList<>();

  private Markup(String text) {
    this.text = text;
    int at = text.indexOf('<');
    while (at >= 0 && at < text.length()) {
      at = text.indexOf('<', next(at));
    }
  }

  public static Markup read(String text) {
    return new Markup(text);
  }

  public List<Tag> tags() {
    return tags;
  }

  /** The tag that closes the given start tag; empty where none does. */
  public Optional<Tag> closing(Tag opening) {
    if (opening.kind() != Kind.START) {
      return Optional.of(opening);
    }
    int depth = 0;
    for (Tag tag : tags) {
      if (tag.start() >= opening.start() && tag.name().equals(opening.name())) {
        depth += tag.kind() == Kind.START ? 1 : tag.kind() == Kind.END ? -1 : 0;
        if (depth == 0 && tag.start() > opening.start()) {
          return Optional.of(tag);
        }
      }
    }
    return Optional.empty();
  }

  /** The text between a start tag and the tag that closes it, entities resolved. */
  public String content(Tag opening) {
    return opening.kind() != Kind.START
        ? ""
        : closing(opening).map(close -> plain(opening.end(), close.start())).orElse("");
  }

  private String plain(int from, int to) {
    String raw = text.substring(from, to).strip();
    return raw.startsWith("<![CDATA[") && raw.endsWith("]]>")
        ? raw.substring(9, raw.length() - 3)
        : unescape(raw);
  }

  private int next(int at) {
    if (text.startsWith("<!--", at)) {
      return behind("-->", at + 4);
    }
    if (text.startsWith("<![CDATA[", at)) {
      return behind("]]>", at + 9);
    }
    if (text.startsWith("<?", at)) {
      return behind("?>", at + 2);
    }
    if (text.startsWith("<!", at)) {
      return doctype(at + 2);
    }
    return tag(at);
  }

  private int behind(String mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? text.length() : found + mark.length();
  }

  private int doctype(int from) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (c == '>' && depth <= 0) {
        return i + 1;
      }
    }
    return text.length();
  }

  private int tag(int start) {
    int at = start + 1;
    boolean end = at < text.length() && text.charAt(at) == '/';
    at += end ? 1 : 0;
    int nameEnd = at;
    while (nameEnd < text.length() && isName(text.charAt(nameEnd))) {
      nameEnd++;
    }
    if (nameEnd == at) {
      return at;
    }
    String name = text.substring(at, nameEnd);
    List<Attribute> attributes = new ArrayList<>();
    at = nameEnd;
    boolean slash = false;
    while (at < text.length() && text.charAt(at) != '>') {
      char c = text.charAt(at);
      slash = c == '/';
      at = isName(c) ? attribute(at, attributes) : at + 1;
    }
    int close = Math.min(at + 1, text.length());
    tags.add(
        new Tag(
            end ? Kind.END : slash ? Kind.EMPTY : Kind.START,
            name,
            start,
            close,
            List.copyOf(attributes)));
    return isRawText(name) && !end && !slash ? rawEnd(name, close) : close;
  }

  private int attribute(int start, List<Attribute> into) {
    int at = start;
    while (at < text.length() && isName(text.charAt(at))) {
      at++;
    }
    String name = text.substring(start, at);
    int equals = skipSpace(at);
    if (equals >= text.length() || text.charAt(equals) != '=') {
      into.add(new Attribute(name, "", start, at));
      return at;
    }
    int from = skipSpace(equals + 1);
    if (from >= text.length()) {
      return from;
    }
    char quote = text.charAt(from);
    if (quote == '"' || quote == '\'') {
      int to = text.indexOf(quote, from + 1);
      to = to < 0 ? text.length() : to;
      int end = Math.min(to + 1, text.length());
      into.add(new Attribute(name, unescape(text.substring(from + 1, to)), start, end));
      return end;
    }
    int to = from;
    while (to < text.length() && " \t\r\n>".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    into.add(new Attribute(name, unescape(text.substring(from, to)), start, to));
    return to;
  }

  private int skipSpace(int at) {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == ':' || c == '_' || c == '-' || c == '.';
  }

  private static boolean isRawText(String name) {
    return name.equalsIgnoreCase("script") || name.equalsIgnoreCase("style");
  }

  private int rawEnd(String name, int from) {
    for (int i = text.indexOf("</", from); i >= 0; i = text.indexOf("</", i + 2)) {
      if (text.regionMatches(true, i + 2, name, 0, name.length())) {
        return i;
      }
    }
    return text.length();
  }

  /** {@code text} with what markup reserves written as entities. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** {@code text} with the predefined and the numeric entities resolved, once. */
  public static String unescape(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int semicolon = text.charAt(at) == '&' ? text.indexOf(';', at) : -1;
      String resolved =
          semicolon < 0 || semicolon - at > 10 ? null : entity(text.substring(at + 1, semicolon));
      if (resolved == null) {
        out.append(text.charAt(at++));
      } else {
        out.append(resolved);
        at = semicolon + 1;
      }
    }
    return out.toString();
  }

  private static @Nullable String entity(String name) {
    return switch (name) {
      case "quot", "#34", "#x22", "#X22" -> "\"";
      case "apos", "#39", "#x27", "#X27" -> "'";
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      default -> numeric(name);
    };
  }

  private static @Nullable String numeric(String name) {
    boolean hex = name.matches("#[xX][0-9a-fA-F]{1,6}");
    if (!hex && !name.matches("#[0-9]{1,7}")) {
      return null;
    }
    int code = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
    return Character.isValidCodePoint(code) ? Character.toString(code) : null;
  }
}
