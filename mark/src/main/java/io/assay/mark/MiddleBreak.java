package io.assay.mark;

import io.assay.mark.MarkException.Reason;
import io.assay.mark.explicit.Preamble;

/** Finds the break between two paragraphs that is nearest to the middle of a text. */
final class MiddleBreak {
  private static final String BREAK = "\n\n";

  private MiddleBreak() {}

  /** The offset behind the break. */
  static int of(String text, TextSyntax syntax) {
    int best = -1;
    FenceTracker fences = new FenceTracker();
    int told = 0;
    int first = Preamble.end(syntax, text, true);
    for (int at = text.indexOf(BREAK); at >= 0; at = text.indexOf(BREAK, at + 1)) {
      int cut = at + BREAK.length();
      fences.append(text.substring(told, cut));
      told = cut;
      boolean inside = syntax == TextSyntax.MARKDOWN && !fences.closing().isEmpty();
      boolean nearer = best < 0 || distance(cut, text) < distance(best, text);
      if (cut > first && cut < text.length() && !inside && nearer) {
        best = cut;
      }
    }
    if (best < 0) {
      throw new MarkException(
          Reason.REQUEST, "the text has no two paragraphs to label between; use its start or end");
    }
    return best;
  }

  private static int distance(int cut, String text) {
    return Math.abs(2 * cut - text.length());
  }
}
