package io.assay.office.intake;

import java.time.Instant;

/**
 * Is told of every exchange that was stopped wrongly, inside the transaction that says so. The pool
 * contributes a bean of this type to make a proposal of it; the mark itself is always kept.
 */
public interface FalsePositives {

  void marked(FalsePositive mark);

  /**
   * @param exchange the exchange that was stopped
   * @param source the case in which that was found
   * @param reason in the handler's words
   * @param by the actor who found so
   */
  record FalsePositive(String exchange, String source, String reason, String by, Instant at) {}
}
