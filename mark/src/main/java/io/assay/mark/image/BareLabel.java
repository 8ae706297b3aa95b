package io.assay.mark.image;

import java.util.Optional;

/** An AIGC record that stands in free text, for example in an Exif comment. */
public final class BareLabel {
  private BareLabel() {}

  /** The JSON object that carries or follows the letters AIGC. */
  public static Optional<String> find(String text) {
    return start(text).flatMap(from -> end(text, from).map(to -> text.substring(from, to)));
  }

  /** The text with that object overwritten by spaces, at equal length. */
  static String blank(String text) {
    return start(text)
        .flatMap(
            from ->
                end(text, from)
                    .map(
                        to -> text.substring(0, from) + " ".repeat(to - from) + text.substring(to)))
        .orElse(text);
  }

  private static Optional<Integer> start(String text) {
    int name = text.indexOf("AIGC");
    if (name < 0) {
      return Optional.empty();
    }
    int open = text.lastIndexOf('{', name);
    if (open >= 0 && text.substring(open + 1, name).strip().equals("\"")) {
      return Optional.of(open);
    }
    int behind = text.indexOf('{', name);
    return behind >= 0 && behind - name <= 16 ? Optional.of(behind) : Optional.empty();
  }

  private static Optional<Integer> end(String text, int from) {
    int depth = 0;
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        i += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '}') {
        depth += c == '{' ? 1 : -1;
        if (depth == 0) {
          return Optional.of(i + 1);
        }
      }
    }
    return Optional.empty();
  }
}
