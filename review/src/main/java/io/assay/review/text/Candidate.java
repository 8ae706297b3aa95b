package io.assay.review.text;

/** A term whose symbols were seen in order, until it is decided whether that is a hit. */
final class Candidate {

  private final Lens lens;
  private final Term term;
  private final int first;
  private final int last;
  private int runEnd;
  private int seenTo;
  private Outcome outcome = Outcome.WAITING;

  /**
   * @param first the index of the first place of its first symbol
   * @param last the index of the first place of its last symbol
   */
  Candidate(Lens lens, Term term, int first, int last) {
    this.lens = lens;
    this.term = term;
    this.first = first;
    this.last = last;
  }

  Lens lens() {
    return lens;
  }

  Term term() {
    return term;
  }

  int first() {
    return first;
  }

  int last() {
    return last;
  }

  /** Whether the candidate is a hit, as far as the text tells. */
  Outcome outcome(Window text) {
    if (outcome instanceof Outcome.Waiting) {
      readRun(text);
      if (Boundary.known(text, runEnd)) {
        outcome = Check.outcome(text, this, runEnd);
      }
    }
    if (outcome instanceof Outcome.Hit hit) {
      return Exceptions.judge(text, term.feature().matching().exceptions(), hit);
    }
    return outcome;
  }

  /** Follows the last symbol's run as far as the text is known. */
  private void readRun(Window text) {
    if (seenTo == 0) {
      seenTo = last + Character.charCount(text.codePointAt(last));
      runEnd = seenTo;
    }
    if (!lens.collapses()) {
      return;
    }
    char run = lastSymbol(text.codePointAt(last));
    while (seenTo < text.end()) {
      int codePoint = text.codePointAt(seenTo);
      int next = seenTo + Character.charCount(codePoint);
      if (continues(run, codePoint)) {
        runEnd = next;
      } else if (Boundary.visible(codePoint)) {
        break;
      }
      seenTo = next;
    }
  }

  private char lastSymbol(int codePoint) {
    char one = codePoint < 1 << 16 ? lens.table()[codePoint] : Lens.WIDE;
    if (one > Lens.WIDE) {
      return one;
    }
    String symbols = lens.symbols(codePoint);
    return symbols.charAt(symbols.length() - 1);
  }

  private boolean continues(char run, int codePoint) {
    char symbol = codePoint < 1 << 16 ? lens.table()[codePoint] : Lens.WIDE;
    return symbol == Lens.WIDE
        ? lens.symbols(codePoint).equals(String.valueOf(run))
        : symbol == run;
  }
}
