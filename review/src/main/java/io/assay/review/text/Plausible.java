package io.assay.review.text;

import static io.assay.review.text.Masks.has;

import io.assay.review.Layer;

/** Tells ordinary writing from a disguise, for the layers whose readings ordinary text shares. */
final class Plausible {

  private static final Folding FOLDING = Folding.shipped();
  private static final int PHONE_LIKE = 3;
  private static final int BY_MEANING =
      has(Layer.HOMOPHONE) | has(Layer.SPLIT) | has(Layer.REVERSED);

  private final Window text;
  private final Candidate candidate;
  private final Reading term;
  private final int start;
  private final int end;

  private Plausible(Window text, Candidate candidate, Reading term, int start, int end) {
    this.text = text;
    this.candidate = candidate;
    this.term = term;
    this.start = start;
    this.end = end;
  }

  static boolean check(
      Window text, Candidate candidate, Reading term, int layers, Outcome.Hit hit, int after) {
    Plausible plausible = new Plausible(text, candidate, term, hit.start(), hit.end());
    return ((layers & has(Layer.HOMOGLYPH)) == 0 || plausible.mixesScripts())
        && ((layers & has(Layer.DIGIT)) == 0 || plausible.numeral())
        && ((layers & has(Layer.ENCLOSED)) == 0 || plausible.noFlag())
        && ((layers & has(Layer.LEET)) == 0 || plausible.spelled(after))
        && ((layers & BY_MEANING) == 0 || plausible.noWord(after));
  }

  /** A word wholly in the everyday letters of another alphabet is a word of that alphabet. */
  private boolean mixesScripts() {
    for (int i = start; i < end; ) {
      int c = text.codePointAt(i);
      boolean everyday = (c >= 0x410 && c <= 0x44F) || (c >= 0x391 && c <= 0x3C9);
      if (!everyday && FOLDING.kind(c) == Kind.LETTER) {
        return true;
      }
      i += Character.charCount(c);
    }
    return false;
  }

  /** A Chinese numeral stands for a digit only where the term is a number of some length. */
  private boolean numeral() {
    String form = candidate.term().form();
    boolean termHasHan = form.codePoints().anyMatch(Plausible::hanNumeral);
    boolean textHasHan = false;
    for (int i = start; i < end; ) {
      int c = text.codePointAt(i);
      textHasHan |= hanNumeral(c);
      i += Character.charCount(c);
    }
    if (!textHasHan || termHasHan) {
      return true;
    }
    int digits = 0;
    for (int i = 0; i < term.size(); i++) {
      digits += Boundary.digit(term.symbol(i)) ? term.count(i) : 0;
    }
    return digits >= PHONE_LIKE;
  }

  private static boolean hanNumeral(int c) {
    return Character.isIdeographic(c) && Boundary.digit(FOLDING.symbols(c).charAt(0));
  }

  /** Two regional indicators are a flag. */
  private boolean noFlag() {
    return term.size() > 2 || !(regional(start) || regional(candidate.last()));
  }

  private boolean regional(int index) {
    int c = text.codePointAt(index);
    return c >= 0x1F1E6 && c <= 0x1F1FF;
  }

  /** Half are letters, none stands for another, and no number begins or goes on. */
  private boolean spelled(int after) {
    int letters = 0;
    int all = 0;
    String form = Reading.of(Lens.CORE, candidate.term().form()).symbols();
    for (int i = start; i < end; ) {
      int c = text.codePointAt(i);
      String core = Lens.CORE.symbols(c);
      if (core.length() == 1 && Boundary.letter(core.charAt(0))) {
        letters++;
        if (form.indexOf(core.charAt(0)) < 0) {
          return false;
        }
      }
      all += Lens.LEET.symbols(c).isEmpty() ? 0 : 1;
      i += Character.charCount(c);
    }
    return 2 * letters >= all && !number(Boundary.before(text, start)) && !number(after);
  }

  private static boolean number(int codePoint) {
    return Boundary.digit(FOLDING.symbols(codePoint).charAt(0));
  }

  /** What was seen is neither a common word itself nor cut out of common words. */
  private boolean noWord(int after) {
    StringBuilder seen = new StringBuilder();
    for (int i = start; i < end; ) {
      int c = text.codePointAt(i);
      if (FOLDING.kind(c) == Kind.LETTER) {
        seen.append(FOLDING.symbols(c));
      }
      i += Character.charCount(c);
    }
    Lexicon words = Lexicon.shipped();
    if (words.has(seen.toString()) || otherWordWithin(seen)) {
      return false;
    }
    if (seen.length() > 3) {
      return true;
    }
    boolean head = words.has(FOLDING.symbols(Boundary.before(text, start)) + seen.charAt(0));
    boolean tail = words.has(seen.charAt(seen.length() - 1) + FOLDING.symbols(after));
    boolean split = (candidate.term().layers() & has(Layer.SPLIT)) != 0;
    return (split || seen.length() < 3) ? !(head || tail) : !(head && tail);
  }

  /** Whether two characters that sound like the term's make a common word. */
  private boolean otherWordWithin(CharSequence seen) {
    String form = candidate.term().form();
    for (int i = 0; i + 1 < seen.length(); i++) {
      String pair = seen.subSequence(i, i + 2).toString();
      if (form.indexOf(pair.charAt(0)) < 0
          && form.indexOf(pair.charAt(1)) < 0
          && Lexicon.shipped().has(pair)) {
        return true;
      }
    }
    return false;
  }
}
