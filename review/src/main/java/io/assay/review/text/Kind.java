package io.assay.review.text;

/** What part a character plays in a text. */
enum Kind {
  /** Carries meaning: letters, digits, ideographs. */
  LETTER,
  /** Has no shape of its own. */
  INVISIBLE,
  /** A mark set on the character before it. */
  COMBINING,
  /** A symbol, picture or mark that no sentence needs at that place. */
  NOISE,
  SPACE,
  NEWLINE,
  /** Punctuation that parts sentences and clauses. */
  SENTENCE;

  private static final String SENTENCE_MARKS = "。！？；：，、,;:!?…。､﹐﹑﹒﹔﹕﹖﹗｡︒︐︑︓︔︕︖‼⁇⁈⁉⸮؟،؛";

  static Kind of(int codePoint) {
    if (SENTENCE_MARKS.indexOf(codePoint) >= 0) {
      return SENTENCE;
    }
    return switch (codePoint) {
      case '\n', '\r', 0x0B, 0x0C, 0x85, 0x2028, 0x2029 -> NEWLINE;
      case '\t', 0x2800 -> SPACE;
      case 0x3164, 0x115F, 0x1160, 0xFFA0, 0x034F, 0x17B4, 0x17B5 -> INVISIBLE;
      default -> ofType(codePoint);
    };
  }

  private static Kind ofType(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.FORMAT -> INVISIBLE;
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> markOrSelector(codePoint);
      case Character.SPACE_SEPARATOR -> SPACE;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> NEWLINE;
      case Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.CONNECTOR_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          NOISE;
      default -> LETTER;
    };
  }

  private static Kind markOrSelector(int codePoint) {
    boolean selector =
        (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
            || (codePoint >= 0xE0100 && codePoint <= 0xE01EF)
            || (codePoint >= 0x180B && codePoint <= 0x180F);
    return selector ? INVISIBLE : COMBINING;
  }
}
