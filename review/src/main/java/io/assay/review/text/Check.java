package io.assay.review.text;

import static io.assay.review.text.Masks.has;

import io.assay.review.Layer;
import io.assay.review.text.Outcome.Hit;

/**
 * Decides on the original text whether a candidate is a hit, and which layers it took.
 *
 * <p>The answer depends on the text up to a fixed reach behind the candidate, and not on how the
 * text was cut.
 */
final class Check {

  /** From how many symbols on a number is found within a longer one. */
  private static final int NUMBER = 5;

  private static final Folding FOLDING = Folding.shipped();

  private final Window text;
  private final Candidate candidate;
  private final int runEnd;
  private final boolean close;
  private final Lens lens;
  private final Reading term;
  private int layers;
  private boolean leftOut;

  /**
   * @param runEnd the index after the run of the candidate's last symbol; the character there is
   *     known
   * @param close whether letters before and behind that may belong to other words are left out
   */
  private Check(Window text, Candidate candidate, int runEnd, boolean close) {
    this.text = text;
    this.candidate = candidate;
    this.runEnd = runEnd;
    this.close = close;
    this.lens = candidate.lens();
    this.term = Reading.of(lens, candidate.term().form());
    this.layers = candidate.term().layers();
  }

  /**
   * @param runEnd the index after the run of the candidate's last symbol; what stands there is
   *     known
   */
  static Outcome outcome(Window text, Candidate candidate, int runEnd) {
    if (exact(text, candidate, runEnd)) {
      return new Hit(candidate.first(), runEnd, 0, true);
    }
    Check close = new Check(text, candidate, runEnd, true);
    Outcome outcome = close.outcome();
    return outcome instanceof Hit || !close.leftOut
        ? outcome
        : new Check(text, candidate, runEnd, false).outcome();
  }

  /**
   * Whether the text says the feature's own words to the letter, so that nothing is to be judged.
   */
  private static boolean exact(Window text, Candidate candidate, int runEnd) {
    String form = candidate.term().form();
    int first = candidate.first();
    if (candidate.term().layers() != 0 || runEnd - first != form.length()) {
      return false;
    }
    boolean number = true;
    for (int i = 0; i < form.length(); i++) {
      if (text.at(first + i) != form.charAt(i)) {
        return false;
      }
      number &= Boundary.digit(form.charAt(i));
    }
    return !number
        && !(Boundary.letter(form.codePointAt(0)) && Boundary.continuesBefore(text, first))
        && !(Boundary.letter(form.codePointBefore(form.length()))
            && Boundary.continuesAfter(text, runEnd));
  }

  private Outcome outcome() {
    Reading seen = Reading.of(lens, text, candidate.first(), runEnd);
    int offset = offset(seen);
    if (offset < 0 || !repeatsAsOften(seen, offset)) {
      return Outcome.REFUSED;
    }
    int first = firstPlace(seen, offset);
    int last = lastPlace(seen, offset, first);
    int start = seen.place(first);
    int end = end(seen, last);
    if (!runsFit(seen, offset, first, last) || !bounded(start, end)) {
      return Outcome.REFUSED;
    }
    boolean word = Boundary.letter(term.symbol(term.size() - 1));
    int after = Boundary.after(text, word ? end : runEnd);
    boolean same = compare(seen, offset, first, last);
    Gaps gaps = new Gaps(text, candidate.term(), term, seen, offset, first, last);
    int gapLayers = gaps.layers(Boundary.before(text, start), after);
    if (gapLayers < 0) {
      return Outcome.REFUSED;
    }
    layers |= gapLayers;
    if ((layers & ~candidate.term().allowed()) != 0) {
      return Outcome.REFUSED;
    }
    Hit hit = new Hit(start, end, layers, same);
    return Plausible.check(text, candidate, term, layers, hit, after) ? hit : Outcome.REFUSED;
  }

  private int offset(Reading seen) {
    for (int offset = seen.size() - term.size(); offset >= 0; offset--) {
      int i = 0;
      while (i < term.size() && seen.symbol(offset + i) == term.symbol(i)) {
        i++;
      }
      if (i == term.size()) {
        return offset;
      }
    }
    return -1;
  }

  private boolean repeatsAsOften(Reading seen, int offset) {
    for (int i = 0; i < term.size(); i++) {
      if (seen.count(offset + i) < term.count(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean runsFit(Reading seen, int offset, int first, int last) {
    int[] counts = new int[term.size()];
    int doubled = 0;
    for (int i = 0; i < term.size(); i++) {
      counts[i] = seen.count(offset + i);
      if (Boundary.letter(term.symbol(i))) {
        int before = Math.max(0, first - seen.begin(offset + i));
        int behind = Math.max(0, seen.end(offset + i) - 1 - last);
        counts[i] -= before + behind;
      }
      doubled += counts[i] > term.count(i) ? 1 : 0;
    }
    for (int i = 0; i < term.size(); i++) {
      int wanted = term.count(i);
      int count = counts[i];
      boolean outer = i == 0 || i == term.size() - 1;
      if (count > wanted && !repeatFits(i, count, doubled)) {
        return false;
      }
      if (count > wanted && !(outer && !Boundary.letter(term.symbol(i)))) {
        layers |= has(Layer.REPEAT);
      }
    }
    return true;
  }

  /** Repeats are natural in numbers, and a doubled letter makes another word. */
  private boolean repeatFits(int item, int count, int doubled) {
    char symbol = term.symbol(item);
    boolean outer = item == 0 || item == term.size() - 1;
    int own = candidate.term().form().codePointAt(term.place(term.begin(item)));
    if (Boundary.digit(symbol) && !Character.isIdeographic(own)) {
      return outer && term.size() >= NUMBER;
    }
    if (Boundary.letter(symbol)) {
      return count >= 3 || doubled >= 2 || "aiu".indexOf(symbol) >= 0;
    }
    return true;
  }

  private int firstPlace(Reading seen, int offset) {
    boolean word = Boundary.letter(term.symbol(0));
    int earliest = seen.begin(offset);
    int latest = seen.end(offset) - term.count(0);
    if (!word) {
      return term.size() == 1 ? earliest : latest;
    }
    for (int place = latest; close && place > earliest; place--) {
      if (!Boundary.continuesBefore(text, seen.place(place))) {
        leftOut = true;
        return place;
      }
    }
    return earliest;
  }

  private int lastPlace(Reading seen, int offset, int first) {
    int item = offset + term.size() - 1;
    boolean word = Boundary.letter(term.symbol(term.size() - 1));
    int earliest = Math.max(first, seen.begin(item)) + term.count(term.size() - 1) - 1;
    int latest = seen.end(item) - 1;
    if (!word) {
      return term.size() == 1 ? latest : earliest;
    }
    for (int place = earliest; close && place < latest; place++) {
      if (!Boundary.continuesAfter(text, end(seen, place))) {
        leftOut = true;
        return place;
      }
    }
    return latest;
  }

  private int end(Reading seen, int place) {
    int index = seen.place(place);
    return index + Character.charCount(text.codePointAt(index));
  }

  private boolean bounded(int start, int end) {
    char head = term.symbol(0);
    char tail = term.symbol(term.size() - 1);
    int before = Boundary.before(text, start);
    int after = Boundary.after(text, end);
    if (Boundary.letter(head) && Boundary.continuesBefore(text, start)) {
      return false;
    }
    if (Boundary.letter(tail) && Boundary.continuesAfter(text, end)) {
      return false;
    }
    boolean number = term.size() < NUMBER && term.symbols().chars().allMatch(Check::digit);
    return !number || !(digitReading(before) || digitReading(after));
  }

  private static boolean digit(int symbol) {
    return Boundary.digit((char) symbol);
  }

  private static boolean digitReading(int codePoint) {
    return codePoint >= '0' && codePoint <= '9';
  }

  /** Gathers the layers between the characters of the term and of the text. */
  private boolean compare(Reading seen, int offset, int first, int last) {
    String form = candidate.term().form();
    boolean same = false;
    for (int i = 0; i < term.size(); i++) {
      int wanted = form.codePointAt(term.place(term.begin(i)));
      int from = Math.max(first, seen.begin(offset + i));
      int to = Math.min(last + 1, seen.end(offset + i));
      for (int place = from; place < to; place++) {
        int found = text.codePointAt(seen.place(place));
        if (found == wanted) {
          same |= own(wanted);
        } else {
          layers |= difference(wanted, found);
          same |= own(wanted) && FOLDING.symbols(wanted).equals(FOLDING.symbols(found));
        }
      }
    }
    return same;
  }

  /** Whether a character of the form is the feature's own and not its pinyin. */
  private boolean own(int codePoint) {
    return (candidate.term().layers() & has(Layer.PINYIN)) == 0
        || Character.isIdeographic(codePoint);
  }

  private int difference(int wanted, int found) {
    int between = FOLDING.layers(wanted) | FOLDING.layers(found);
    return FOLDING.symbols(wanted).equals(FOLDING.symbols(found))
        ? between
        : between | lens.ownLayer();
  }
}
