package io.assay.ledger;

import io.assay.ledger.LedgerException.Reason;
import io.assay.ledger.wal.WalTicket;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@link Appended} for an entry of a live shard. */
record Pending(WalTicket ticket, Shard place, boolean witnessed) implements Appended {

  @Override
  public long index() {
    return ticket.index();
  }

  @Override
  public String shard() {
    return place.name();
  }

  @Override
  public void await(Acknowledgement level) {
    await(level, Duration.ofNanos(Long.MAX_VALUE));
  }

  @Override
  public boolean await(Acknowledgement level, Duration patience) {
    try {
      return switch (level) {
        case DURABLE -> awaitDurable(patience);
        case REPLICATED -> awaitReplicated(patience);
        case WITNESSED -> awaitWitnessed(patience);
      };
    } catch (InterruptedException interrupted) {
      throw Ledger.interrupted(interrupted);
    }
  }

  private boolean awaitReplicated(Duration patience) throws InterruptedException {
    Replicator replicator =
        place
            .replicator()
            .orElseThrow(
                () ->
                    new LedgerException(
                        Reason.NOT_CONFIGURED, "this ledger has no replica; configure one"));
    return awaitDurable(patience) && replicator.await(index(), patience.toNanos());
  }

  private boolean awaitWitnessed(Duration patience) throws InterruptedException {
    if (!witnessed) {
      throw new LedgerException(
          Reason.NOT_CONFIGURED, "this ledger has no witnesses; configure them");
    }
    return awaitDurable(patience) && place.publisher().awaitPublished(index(), patience.toNanos());
  }

  private boolean awaitDurable(Duration patience) throws InterruptedException {
    try {
      ticket.durable().get(patience.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException notYet) {
      return false;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof LedgerException cause) {
        throw cause.again();
      }
      throw new IllegalStateException(failed);
    }
  }
}
