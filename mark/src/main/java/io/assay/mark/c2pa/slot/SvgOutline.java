package io.assay.mark.c2pa.slot;

import io.assay.mark.MarkException;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The elements of an XML file in an ASCII-compatible encoding, with their byte offsets. */
final class SvgOutline {
  private static final long MAX_SIZE = 64L << 20;
  private static final int MAX_DEPTH = 512;
  private static final int MAX_KEPT = 10_000;

  /**
   * An element.
   *
   * @param whole the run from its start tag to its end tag
   * @param content the run between the tags; empty at the end of an empty-element tag
   * @param empty whether it is an empty-element tag
   */
  record Element(List<String> path, Range whole, Range content, boolean empty) {
    String name() {
      return path.getLast();
    }
  }

  private record Open(String name, int at, int contentAt) {}

  private final String text;
  private final List<Element> elements = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private int at;

  /** Keeps the root and the two levels under it. */
  SvgOutline(Source file) {
    if (file.length() > MAX_SIZE) {
      throw MarkException.limit("a drawing over " + MAX_SIZE + " bytes", MAX_SIZE);
    }
    this.text = new String(file.bytes(), StandardCharsets.ISO_8859_1);
    while ((at = text.indexOf('<', at)) >= 0) {
      next();
    }
    if (!open.isEmpty() || elements.isEmpty()) {
      throw MarkException.malformed("the drawing's elements are not closed", text.length());
    }
  }

  private void next() {
    if (text.startsWith("<!--", at)) {
      at = behind("-->", at + 4);
    } else if (text.startsWith("<![CDATA[", at)) {
      at = behind("]]>", at + 9);
    } else if (text.startsWith("<?", at)) {
      at = behind("?>", at + 2);
    } else if (text.startsWith("<!", at)) {
      at = declarationEnd();
    } else if (text.startsWith("</", at)) {
      close();
    } else {
      open();
    }
  }

  private int behind(String mark, int from) {
    int end = text.indexOf(mark, from);
    if (end < 0) {
      throw MarkException.malformed("'" + mark + "' is missing", at);
    }
    return end + mark.length();
  }

  private int declarationEnd() {
    int bracket = text.indexOf('[', at);
    int end = text.indexOf('>', at);
    return bracket >= 0 && bracket < end ? behind(">", behind("]", bracket)) : behind(">", at);
  }

  private void open() {
    int end = tagEnd();
    String name = text.substring(at + 1, end).split("[\\s/>]", 2)[0];
    boolean empty = text.charAt(end - 2) == '/';
    if (open.size() >= MAX_DEPTH) {
      throw MarkException.limit("elements nested deeper than " + MAX_DEPTH, at);
    }
    open.addLast(new Open(name, at, end));
    if (empty) {
      keep(end, end, true);
    }
    at = end;
  }

  private void close() {
    int end = behind(">", at);
    String name = text.substring(at + 2, end - 1).strip();
    if (open.isEmpty() || !open.getLast().name.equals(name)) {
      throw MarkException.malformed("'</" + name + ">' closes another element", at);
    }
    keep(at, end, false);
    at = end;
  }

  private void keep(int contentEnd, int end, boolean empty) {
    List<String> path = open.size() > 3 ? List.of() : open.stream().map(Open::name).toList();
    Open element = open.removeLast();
    if (!path.isEmpty() && elements.size() < MAX_KEPT) {
      elements.add(
          new Element(
              path,
              new Range(element.at, end - element.at),
              new Range(element.contentAt, contentEnd - element.contentAt),
              empty));
    } else if (open.isEmpty()) {
      throw MarkException.limit("more than " + MAX_KEPT + " elements under the root", end);
    }
  }

  /** Where the start tag ends, with quotes minded. */
  private int tagEnd() {
    char quote = 0;
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    throw MarkException.malformed("a tag does not end", at);
  }

  Element root() {
    return elements.getLast();
  }

  /** The elements at a path below the root. */
  List<Element> elements(List<String> path) {
    return elements.stream()
        .filter(e -> e.path.size() == path.size() + 1)
        .filter(e -> e.path.subList(1, e.path.size()).equals(path))
        .toList();
  }
}
