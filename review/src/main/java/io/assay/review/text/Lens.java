package io.assay.review.text;

import io.assay.review.Layer;

/** One way to see text as symbols; each lens makes some layers' disguises disappear. */
enum Lens {
  /** Every UTF-16 unit as it stands. */
  PLAIN(false),
  /** Every UTF-16 unit with its case folded. */
  CASELESS(false),
  /** The common readings; separators and repeats vanish, sentence marks break. */
  CORE(true),
  /** As {@link #CORE}, but sentence marks vanish too. */
  LOOSE(true),
  /** As {@link #LOOSE}, but Latin letters and digits vanish as well. */
  IDEOGRAPHS(true),
  /** As {@link #CORE}, with digits and symbols seen as the Latin letters they resemble. */
  LEET(true),
  /** As {@link #CORE}, with Han characters seen as their sound. */
  SOUND(true);

  /** The table's mark for a character that vanishes. */
  static final char SKIP = 0;

  /** The table's mark for a character that no match can span. */
  static final char BREAK = 1;

  /** The table's mark for a character that needs a look at the code point. */
  static final char WIDE = 2;

  private static final int PLANE = 1 << 16;
  private static final Folding FOLDING = Folding.shipped();

  private final boolean collapses;
  private volatile char[] table = {};
  private volatile long[] vanishing = {};

  Lens(boolean collapses) {
    this.collapses = collapses;
  }

  /** Whether a symbol that follows itself is seen once. */
  boolean collapses() {
    return collapses;
  }

  /** For each UTF-16 unit its symbol, {@link #SKIP}, {@link #BREAK} or {@link #WIDE}. */
  char[] table() {
    char[] known = table;
    if (known.length == 0) {
      known = new char[1 << 16];
      for (int c = 0; c < known.length; c++) {
        known[c] = entry((char) c);
      }
      table = known;
    }
    return known;
  }

  /** Whether a code point of the second plane, such as an emoji, has no symbol. */
  boolean vanishes(int codePoint) {
    long[] known = vanishing;
    if (known.length == 0) {
      known = new long[PLANE / Long.SIZE];
      for (int c = 0; c < PLANE; c++) {
        known[c >>> 6] |= symbols(PLANE + c).isEmpty() ? 1L << c : 0;
      }
      vanishing = known;
    }
    int index = codePoint - PLANE;
    return index >= 0 && index < PLANE && (known[index >>> 6] >>> index & 1) != 0;
  }

  /** The symbols of a code point; empty if it vanishes, {@link #BREAK} if it breaks. */
  String symbols(int codePoint) {
    if (this == PLAIN) {
      return Character.toString(codePoint);
    }
    if (this == CASELESS) {
      return codePoint > 0xFFFF
          ? Character.toString(codePoint)
          : String.valueOf(caseless((char) codePoint));
    }
    char leet = this == LEET ? Leet.letter(codePoint) : 0;
    if (leet != 0) {
      return String.valueOf(leet);
    }
    return switch (FOLDING.kind(codePoint)) {
      case INVISIBLE, COMBINING, NOISE, SPACE, NEWLINE -> "";
      case SENTENCE -> this == LOOSE || this == IDEOGRAPHS ? "" : String.valueOf(BREAK);
      case LETTER -> letters(FOLDING.symbols(codePoint));
    };
  }

  /** The layer that this lens adds where the common readings of two characters differ. */
  int ownLayer() {
    return switch (this) {
      case LEET -> Masks.has(Layer.LEET);
      case SOUND -> Masks.has(Layer.HOMOPHONE);
      case PLAIN, CASELESS, CORE, LOOSE, IDEOGRAPHS -> 0;
    };
  }

  private char entry(char c) {
    if (this == PLAIN) {
      return (char) Math.max(c, WIDE + 1);
    }
    if (this == CASELESS) {
      return (char) Math.max(caseless(c), WIDE + 1);
    }
    if (Character.isSurrogate(c)) {
      return WIDE;
    }
    String symbols = symbols(c);
    return switch (symbols.length()) {
      case 0 -> SKIP;
      case 1 -> symbols.charAt(0);
      default -> WIDE;
    };
  }

  private static char caseless(char c) {
    return Character.toLowerCase(Character.toUpperCase(c));
  }

  private String letters(String folded) {
    StringBuilder letters = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      boolean vanishes = this == IDEOGRAPHS && c < 0x80;
      if (Character.isSurrogate(c) || (FOLDING.kind(c) == Kind.LETTER && !vanishes)) {
        letters.append(letter(c));
      }
    }
    return letters.toString();
  }

  private char letter(char c) {
    char leet = this == LEET ? Leet.letter(c) : 0;
    if (leet != 0) {
      return leet;
    }
    return this == SOUND ? Sounds.shipped().symbol(c) : c;
  }
}
