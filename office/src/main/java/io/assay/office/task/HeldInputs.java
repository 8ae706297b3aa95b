package io.assay.office.task;

/**
 * Is told what people decide on inputs that were held, inside the transaction in which it takes
 * effect. Features contribute beans of this type.
 */
public interface HeldInputs {

  /** A person blocked it; to be told twice changes nothing. */
  void blocked(String exchange, String subject);

  /**
   * The block was taken back, by reversal or on appeal.
   *
   * @param task the review in which that happened
   * @param by the actor who took it back
   */
  void restored(String exchange, String task, String by);
}
