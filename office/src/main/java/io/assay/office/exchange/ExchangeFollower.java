package io.assay.office.exchange;

import io.assay.gateway.journal.Outcome;

/**
 * Acts on exchanges as the ledger reports them closed. It is called inside the transaction of the
 * index and, when the index is rebuilt, again for the same exchange; so whatever it does is done
 * once for each exchange's identifier.
 */
public interface ExchangeFollower {

  /** Whether exchanges that ended so concern it. */
  boolean follows(Outcome outcome);

  /** Whether it also concerns itself with canaries of the system. */
  default boolean followsCanaries() {
    return true;
  }

  void closed(ExchangeDetail exchange);
}
