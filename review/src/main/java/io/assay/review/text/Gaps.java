package io.assay.review.text;

import static io.assay.review.text.Masks.has;

import io.assay.review.Layer;

/** Judges what stands between the characters of a candidate. */
final class Gaps {

  /** How much noise one gap may hold; a space counts twice. */
  private static final int COST_LIMIT = 12;

  /** From how many symbols on a chance meeting across a space is no concern. */
  private static final int LONG = 4;

  private static final int REFUSED = -1;

  private final Window text;
  private final String form;
  private final boolean spelled;
  private final Reading term;
  private final Reading seen;
  private final int offset;
  private final int first;
  private final int last;
  private int layers;
  private int inner;
  private int parted;
  private int broken;
  private int wordGaps;
  private int spacedWordGaps;
  private boolean spaced;
  private boolean loose;
  private boolean digitParted;

  Gaps(Window text, Term of, Reading term, Reading seen, int offset, int first, int last) {
    this.text = text;
    this.form = of.form();
    this.spelled = (of.layers() & has(Layer.PINYIN)) != 0;
    this.term = term;
    this.seen = seen;
    this.offset = offset;
    this.first = first;
    this.last = last;
  }

  /** The layers that the gaps take, as bits by ordinal, or -1 if they part the candidate. */
  int layers(int before, int after) {
    for (int item = 0; item < term.size(); item++) {
      int from = Math.max(first, seen.begin(offset + item));
      int to = Math.min(last, seen.end(offset + item) - 1);
      for (int place = from; place < to; place++) {
        if (!gap(place, "", item, item)) {
          return REFUSED;
        }
      }
      if (item + 1 < term.size()) {
        inner++;
        if (!gap(to, termGap(item), item, item + 1)) {
          return REFUSED;
        }
      }
    }
    return judge(before, after);
  }

  private int judge(int before, int after) {
    if (spacedWordGaps > 0 && spacedWordGaps < wordGaps) {
      return REFUSED;
    }
    if (digitParted
        && term.symbols().chars().allMatch(c -> Boundary.digit((char) c))
        && term.size() < 5) {
      return REFUSED;
    }
    if (broken > 0) {
      boolean vertical =
          broken == inner && !loose && (term.size() >= 3 || (edge(before) && edge(after)));
      loose |= !vertical;
    }
    if (loose) {
      layers |= has(Layer.LOOSE_SEPARATOR);
    }
    return (spaced || loose)
            && term.size() < LONG
            && parted < inner + (term.size() == 2 ? 1 : 0)
            && chance(before, after)
        ? REFUSED
        : layers;
  }

  private static boolean edge(int neighbour) {
    Kind kind = Folding.shipped().kind(neighbour);
    return kind == Kind.NEWLINE || kind == Kind.SPACE;
  }

  /** Whether the two sides of a gap belong to other words that meet here by chance. */
  private boolean chance(int before, int after) {
    Lexicon words = Lexicon.shipped();
    for (int place = first; place < last; place++) {
      int here = seen.place(place);
      if (seen.place(place + 1) - here > Character.charCount(text.codePointAt(here))) {
        String left = reading(before) + reading(first, place);
        String right = reading(place + 1, last) + reading(after);
        if (words.has(left) || words.has(right)) {
          return true;
        }
      }
    }
    return false;
  }

  private String reading(int from, int to) {
    StringBuilder reading = new StringBuilder();
    for (int place = from; place <= to; place++) {
      reading.append(reading(text.codePointAt(seen.place(place))));
    }
    return reading.toString();
  }

  private static String reading(int codePoint) {
    return Folding.shipped().symbols(codePoint);
  }

  private String termGap(int item) {
    int from = term.place(term.end(item) - 1);
    int to = term.place(term.begin(item + 1));
    return form.substring(Math.min(from + Character.charCount(form.codePointAt(from)), to), to);
  }

  private boolean gap(int place, String allowed, int leftItem, int rightItem) {
    int from = seen.place(place);
    int to = seen.place(place + 1);
    from = Math.min(from + Character.charCount(text.codePointAt(from)), to);
    boolean word =
        Boundary.letter(term.symbol(leftItem)) && Boundary.letter(term.symbol(rightItem));
    if (from == to && allowed.isEmpty()) {
      wordGaps += word ? 1 : 0;
      return true;
    }
    if (!allowed.isEmpty() && text.text(from, to).equals(allowed)) {
      parted++;
      return true;
    }
    return judge(new GapContent(text, from, to), allowed, word, leftItem, rightItem);
  }

  private boolean judge(GapContent content, String allowed, boolean word, int left, int right) {
    layers |= content.layers();
    if (!content.separates()) {
      wordGaps += word && allowed.isEmpty() ? 1 : 0;
      layers |= allowed.isEmpty() || spelled ? 0 : has(Layer.SEPARATOR);
      return true;
    }
    parted++;
    layers |= has(Layer.SEPARATOR);
    if (!allowed.isEmpty()) {
      return content.cost() <= COST_LIMIT;
    }
    if (word) {
      wordGaps++;
      spacedWordGaps += content.spaces() > 0 ? 1 : 0;
      if (content.apostrophe()) {
        return false;
      }
    }
    digitParted |= Boundary.digit(term.symbol(left)) && Boundary.digit(term.symbol(right));
    spaced |= content.spaces() > 0 && !word;
    broken += content.newlines() > 0 ? 1 : 0;
    loose |= content.sentence();
    return content.cost() <= COST_LIMIT;
  }
}
