package io.assay.ledger.vault;

import io.assay.ledger.LedgerException;
import io.assay.ledger.LedgerException.Reason;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A payload on its way to the disk, and what stands for it in the log. Thread-safe. */
public final class Sealed {

  private final Commitment commitment;
  private final CompletableFuture<Void> durable;

  Sealed(Commitment commitment, CompletableFuture<Void> durable) {
    this.commitment = commitment;
    this.durable = durable;
  }

  /** What the log entry says of the payload; random to whoever has neither salt nor payload. */
  public Commitment commitment() {
    return commitment;
  }

  /**
   * Waits until the payload survives a crash.
   *
   * @throws LedgerException when it never will
   */
  public void await() {
    try {
      durable.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LedgerException(
          Reason.INTERRUPTED, "interrupted while keeping a payload", interrupted);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof LedgerException cause) {
        throw cause.again();
      }
      throw new IllegalStateException(failed);
    }
  }
}
