package io.assay.review;

/**
 * One way to hide a word that the text engine sees through.
 *
 * <p>The core layers are precise enough to be on unless a feature turns them off; the hard layers
 * trade precision for reach and are on only where a feature asks for them.
 */
public enum Layer {
  /** Upper and lower case, full and half width, ligatures and other compatibility forms. */
  CASE_WIDTH(true),
  /** Traditional, simplified and other variants of a Han character. */
  VARIANT(true),
  /** Zero-width, bidirectional, variation-selector and tag characters. */
  INVISIBLE(true),
  /** Combining marks set on or between characters. */
  COMBINING(true),
  /** Characters of another script that look the same. */
  HOMOGLYPH(true),
  /** Mathematical alphabets, enclosed and emoji letters. */
  ENCLOSED(true),
  /** Digits of another style: circled, Chinese, keycap, other scripts. */
  DIGIT(true),
  /** A character written more often than the pattern has it. */
  REPEAT(true),
  /** Spaces and noise symbols between characters. */
  SEPARATOR(true),
  /** Sentence punctuation, line ends, or Latin letters and digits between Han characters. */
  LOOSE_SEPARATOR(false),
  /** Digits and symbols in place of Latin letters. */
  LEET(false),
  /** Pinyin, whole or initials, in place of Han characters. */
  PINYIN(false),
  /** Han characters of the same sound. */
  HOMOPHONE(false),
  /** A Han character written as its components. */
  SPLIT(false),
  /** The pattern written backwards. */
  REVERSED(false),
  /** Base64, percent encoding, HTML entities, Unicode escapes. */
  ENCODED(false);

  private final boolean core;

  Layer(boolean core) {
    this.core = core;
  }

  /** Whether the layer is on by default. */
  public boolean core() {
    return core;
  }
}
