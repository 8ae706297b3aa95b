package io.assay.review.text;

/** What a check says of a candidate. */
sealed interface Outcome {

  /** More text is needed to tell. */
  record Waiting() implements Outcome {}

  /** The candidate is no hit. */
  record Refused() implements Outcome {}

  /**
   * The candidate is a hit.
   *
   * @param start the index of the first character
   * @param end the index after the last character
   * @param layers the layers that it took, as bits by ordinal
   * @param survives whether a character of the feature's own text stands in the text
   */
  record Hit(int start, int end, int layers, boolean survives) implements Outcome {}

  Outcome WAITING = new Waiting();
  Outcome REFUSED = new Refused();
}
