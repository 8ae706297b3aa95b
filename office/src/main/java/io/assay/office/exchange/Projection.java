package io.assay.office.exchange;

import io.assay.gateway.journal.ExchangeClosed;
import io.assay.gateway.journal.ExchangeReceived;
import io.assay.gateway.journal.Outcome;
import io.assay.ledger.Ledger;
import io.assay.ledger.LogReader;
import io.assay.ledger.note.Checkpoint;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries what the ledger has published into the index, in order, each batch in one transaction
 * together with the position it reaches; so it can stop anywhere and be repeated at will.
 */
@Component
public class Projection {
  static final String RECEIVED = ExchangeReceived.TYPE;
  static final String CLOSED = ExchangeClosed.TYPE;
  private static final int BATCH = 512;

  private final Ledger ledger;
  private final ProjectionStore store;
  private final ExchangeStore exchanges;
  private final List<ExchangeFollower> followers;
  private final TransactionTemplate transaction;
  private volatile boolean pastRead;
  private volatile long reached;

  Projection(
      Ledger ledger,
      ProjectionStore store,
      ExchangeStore exchanges,
      List<ExchangeFollower> followers,
      TransactionTemplate transaction) {
    this.ledger = ledger;
    this.store = store;
    this.exchanges = exchanges;
    this.followers = List.copyOf(followers);
    this.transaction = transaction;
  }

  /** Reads everything published so far, of retired shards first. */
  @Scheduled(fixedDelay = 250)
  public void catchUp() {
    if (!pastRead) {
      for (String shard : ledger.retired()) {
        LogReader log = ledger.reader(shard);
        read(shard, log, 0, log.checkpoint().size());
      }
      pastRead = true;
    }
    long published = ledger.checkpoint().map(Checkpoint::size).orElse(0L);
    reached = read(ledger.shard(), ledger.reader(), reached, published);
  }

  /** Throws the index away and reads the ledger from its beginning. */
  public void rebuild() {
    transaction.executeWithoutResult(status -> store.empty());
    pastRead = false;
    reached = 0;
    catchUp();
  }

  private long read(String shard, LogReader log, long from, long published) {
    long reached = from;
    while (reached < published) {
      reached = step(shard, log, published);
    }
    return reached;
  }

  /** Reads one batch; returns the position it reached. */
  private long step(String shard, LogReader log, long published) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              long from = store.lockedPosition(shard);
              long to = Math.max(from, Math.min(published, from + BATCH));
              Set<String> canaries = store.canaries();
              log.entries(from, to).forEach(placed -> project(shard, placed, canaries));
              store.moveTo(shard, to);
              return to;
            }));
  }

  private void project(String shard, LogReader.Placed placed, Set<String> canaries) {
    Body body = new Body(placed.entry().body());
    if (body.text("exchange").isEmpty()) {
      return;
    }
    switch (placed.entry().type()) {
      case RECEIVED -> store.received(shard, placed, body);
      case CLOSED -> {
        store.closed(shard, placed, body);
        tell(body, canaries.contains(body.text("tenant")));
      }
      default -> {}
    }
  }

  private void tell(Body closed, boolean canary) {
    Outcome outcome = Outcome.valueOf(closed.text("outcome"));
    List<ExchangeFollower> told =
        followers.stream()
            .filter(it -> it.follows(outcome) && (!canary || it.followsCanaries()))
            .toList();
    if (!told.isEmpty()) {
      ExchangeDetail detail = exchanges.find(closed.text("exchange")).orElseThrow().detail();
      told.forEach(it -> it.closed(detail));
    }
  }
}
