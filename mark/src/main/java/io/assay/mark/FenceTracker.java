package io.assay.mark;

/** Follows the code fences of a Markdown text that arrives piece by piece. */
final class FenceTracker {
  private static final int LONGEST_OPENING = 64;

  private final StringBuilder line = new StringBuilder();
  private String open = "";

  void append(String piece) {
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (c == '\n') {
        endLine();
      } else if (line.length() < LONGEST_OPENING) {
        line.append(c);
      }
    }
  }

  private void endLine() {
    String text = line.toString();
    line.setLength(0);
    String fence = fence(text);
    if (open.isEmpty()) {
      open = fence;
    } else if (fence.startsWith(open) && text.strip().equals(fence)) {
      open = "";
    }
  }

  /** The backticks or tildes that start a line, at least three. */
  private static String fence(String text) {
    String line = text.stripLeading();
    if (text.length() - line.length() > 3 || line.isEmpty()) {
      return "";
    }
    char c = line.charAt(0);
    int length = 0;
    while (length < line.length() && line.charAt(length) == c) {
      length++;
    }
    return (c == '`' || c == '~') && length >= 3 ? line.substring(0, length) : "";
  }

  /** What closes a fence that the text left open; empty where none is. */
  String closing() {
    endLine();
    return open.isEmpty() ? "" : "\n" + open;
  }
}
