package io.assay.review.text;

import java.util.ArrayList;
import java.util.List;

/** The sound of each Han character, without its tone. */
final class Sounds {

  private static final char FIRST_SYMBOL = 0xE000;

  private static final class Shipped {
    static final Sounds SOUNDS = new Sounds();
  }

  private final char[] symbols = new char[1 << 16];
  private final List<String> syllables = new ArrayList<>();

  private Sounds() {
    for (int c = 0; c < symbols.length; c++) {
      symbols[c] = (char) c;
    }
    for (String[] row : Resource.rows("sounds.tsv")) {
      char symbol = (char) (FIRST_SYMBOL + syllables.size());
      syllables.add(row[0]);
      row[1].chars().forEach(c -> symbols[c] = symbol);
    }
  }

  static Sounds shipped() {
    return Shipped.SOUNDS;
  }

  /** The symbol of a character's sound, or the character itself if it has none. */
  char symbol(char c) {
    return symbols[c];
  }

  /** The pinyin of a character, empty if it has none. */
  String pinyin(char c) {
    return symbols[c] == c ? "" : syllables.get(symbols[c] - FIRST_SYMBOL);
  }
}
