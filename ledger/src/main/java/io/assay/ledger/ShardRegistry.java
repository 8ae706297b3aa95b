package io.assay.ledger;

import io.assay.ledger.LedgerException.Reason;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A {@link Registry} that is itself a ledger in a directory which the processes of one deployment
 * share; each fact is written, made durable and published before the next process may write.
 */
public final class ShardRegistry implements Registry {

  private static final int ATTEMPTS = 100;
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final LedgerConfig config;

  /** A registry kept as a ledger of its own, which has no registry in turn. */
  public ShardRegistry(LedgerConfig config) {
    if (config.assurance().registry().isPresent()) {
      throw new IllegalArgumentException("a registry has no registry of its own");
    }
    this.config = config;
  }

  @Override
  public synchronized void record(Entry fact) {
    for (int attempt = 1; ; attempt++) {
      try (Ledger ledger = Ledger.open(config)) {
        ledger.append(fact).await(Acknowledgement.DURABLE);
        return;
      } catch (LedgerException busy) {
        if (busy.reason() != Reason.SECOND_WRITER || attempt == ATTEMPTS) {
          throw busy;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }
}
