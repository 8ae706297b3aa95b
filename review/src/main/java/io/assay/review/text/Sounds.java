package io.assay.review.text;

/** The sound of each Han character as one symbol. */
final class Sounds {

  private static final Sounds SHIPPED = new Sounds();

  static Sounds shipped() {
    return SHIPPED;
  }

  /** The symbol of a character's sound, or the character itself if it has none. */
  char symbol(char c) {
    return c;
  }
}
