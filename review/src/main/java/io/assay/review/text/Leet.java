package io.assay.review.text;

/** The Latin letters that digits and symbols stand for; letters that share a stand-in are one. */
final class Leet {

  private static final String FROM = "4@3€1!|¡l0568$7+92";
  private static final String TO = "aaeeiiiiiosbbsttgz";

  private Leet() {}

  /** The letter, or {@code '\0'} if the code point stands for none. */
  static char letter(int codePoint) {
    int at = FROM.indexOf(codePoint);
    return at < 0 ? 0 : TO.charAt(at);
  }
}
