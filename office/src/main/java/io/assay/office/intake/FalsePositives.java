package io.assay.office.intake;

import java.time.Instant;

/**
 * Is told of every exchange that was stopped wrongly, inside the transaction that says so. Features
 * contribute beans of this type that put right what followed from it; the mark itself is kept.
 */
public interface FalsePositives {

  void marked(FalsePositive mark);

  /**
   * @param exchange the exchange that was stopped
   * @param source the case in which that was found
   * @param reason in the handler's words
   * @param phrase words within which what fired should be allowed; empty when none were given
   * @param by the actor who found so
   */
  record FalsePositive(
      String exchange, String source, String reason, String phrase, String by, Instant at) {}
}
