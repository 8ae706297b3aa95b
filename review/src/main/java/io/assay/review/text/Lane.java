package io.assay.review.text;

import java.util.Arrays;
import java.util.List;

/** Many terms compiled for one lens. Immutable. */
final class Lane {

  private final Lens lens;
  private final Term[] terms;
  private final char[] codeOf;
  private final PatternTree tree;
  private final GramFilter filter;

  private Lane(Lens lens, Term[] terms, char[] codeOf, char[] symbols, int[] starts) {
    this.lens = lens;
    this.codeOf = codeOf;
    this.filter = new GramFilter(symbols, starts);
    for (int i = 0; i < starts[terms.length]; i++) {
      symbols[i] = codeOf[symbols[i]];
    }
    PatternTreeBuilder builder = new PatternTreeBuilder(symbols, starts);
    this.terms = Arrays.stream(builder.order()).mapToObj(i -> terms[i]).toArray(Term[]::new);
    this.tree = builder.build();
  }

  /** Compiles terms, each of which must have at least one symbol under the lens. */
  static Lane of(Lens lens, List<Term> terms) {
    Term[] all = terms.toArray(Term[]::new);
    int[] starts = new int[all.length + 1];
    char[] symbols = new char[Math.max(16, all.length * 4)];
    for (int i = 0; i < all.length; i++) {
      String seen = Reading.of(lens, all[i].form()).symbols();
      if (seen.isEmpty()) {
        throw new IllegalArgumentException("nothing to look for in '" + all[i].form() + "'");
      }
      int end = starts[i] + seen.length();
      if (end > symbols.length) {
        symbols = Arrays.copyOf(symbols, end + end / 2);
      }
      seen.getChars(0, seen.length(), symbols, starts[i]);
      starts[i + 1] = end;
    }
    int length = starts[all.length];
    return new Lane(lens, all, codes(symbols, length), symbols, starts);
  }

  Lens lens() {
    return lens;
  }

  /** The term at a position in sorted order. */
  Term term(int position) {
    return terms[position];
  }

  PatternTree tree() {
    return tree;
  }

  GramFilter filter() {
    return filter;
  }

  /** The code of a symbol, {@link Lens#BREAK} if no term has it. */
  char code(char symbol) {
    return codeOf[symbol];
  }

  /** Numbers the symbols, the most frequent first. */
  private static char[] codes(char[] symbols, int length) {
    int[] frequency = new int[1 << 16];
    int used = 0;
    for (int i = 0; i < length; i++) {
      used += frequency[symbols[i]]++ == 0 ? 1 : 0;
    }
    long[] byFrequency = new long[used];
    for (int symbol = 0, at = 0; at < used; symbol++) {
      if (frequency[symbol] > 0) {
        byFrequency[at++] = -((long) frequency[symbol] << 16) + symbol;
      }
    }
    Arrays.sort(byFrequency);
    char[] codeOf = new char[1 << 16];
    Arrays.fill(codeOf, Lens.BREAK);
    for (int i = 0; i < used; i++) {
      codeOf[(char) byFrequency[i]] = (char) Math.min(Lens.WIDE + 1 + i, 0xFFFF);
    }
    return codeOf;
  }
}
