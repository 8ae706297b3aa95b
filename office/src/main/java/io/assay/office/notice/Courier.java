package io.assay.office.notice;

import static java.util.stream.Collectors.groupingBy;

import io.assay.office.Remark;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes notices out of the outbox and sends them, outside any transaction, to all targets at once.
 * A target that fails gets no more in the same round, so that it delays others by one attempt at
 * most.
 */
@Component
public class Courier {
  private static final int LOAD = 20;
  private static final Duration LEASE = Duration.ofMinutes(5);

  private final OutboxStore outbox;
  private final Mailer mailer;
  private final WebhookSender webhooks;
  private final Journal journal;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Courier(
      OutboxStore outbox,
      Mailer mailer,
      WebhookSender webhooks,
      Journal journal,
      Clock clock,
      TransactionTemplate transaction) {
    this.outbox = outbox;
    this.mailer = mailer;
    this.webhooks = webhooks;
    this.journal = journal;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** One round: everything that is due now, at most {@value #LOAD}. */
  @Scheduled(fixedDelay = 1_000)
  public void round() {
    List<Parcel> load =
        Objects.requireNonNull(
            transaction.execute(status -> outbox.take(clock.instant(), LEASE, LOAD)));
    var byTarget = load.stream().collect(groupingBy(it -> it.channel() + " " + it.target()));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture.allOf(
              byTarget.values().stream()
                  .map(it -> CompletableFuture.runAsync(() -> carry(it), threads))
                  .toArray(CompletableFuture[]::new))
          .join();
    }
  }

  /** Carries what is for one target, and puts back what comes behind a failure. */
  private void carry(List<Parcel> parcels) {
    for (int i = 0; i < parcels.size(); i++) {
      if (!carry(parcels.get(i))) {
        parcels
            .subList(i + 1, parcels.size())
            .forEach(it -> outbox.putBack(it.id(), clock.instant()));
        return;
      }
    }
  }

  /** Whether the target took it. */
  private boolean carry(Parcel parcel) {
    Optional<Remark> problem =
        switch (parcel.channel()) {
          case MAIL -> mailer.send(parcel);
          case WEBHOOK -> webhooks.send(parcel);
        };
    transaction.executeWithoutResult(status -> settle(parcel, problem));
    return problem.isEmpty();
  }

  private void settle(Parcel parcel, Optional<Remark> problem) {
    Instant now = clock.instant();
    if (problem.isEmpty()) {
      outbox.sent(parcel.id(), now);
      record("notice.sent", parcel, "");
      return;
    }
    Optional<Duration> wait = Backoff.after(parcel.tries());
    outbox.failed(parcel.id(), problem.get().kept(), wait.map(now::plus));
    if (wait.isEmpty()) {
      record("notice.given_up", parcel, problem.get().kept());
    }
  }

  private void record(String type, Parcel parcel, String problem) {
    journal.write(
        Act.of(
            type,
            Act.SYSTEM,
            Map.of(
                "notice", parcel.id(),
                "channel", parcel.channel().name(),
                "kind", parcel.notice().kind().code(),
                "about", parcel.notice().about(),
                "tries", (long) parcel.tries(),
                "problem", problem)));
  }
}
