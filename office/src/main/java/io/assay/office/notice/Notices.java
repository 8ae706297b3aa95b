package io.assay.office.notice;

import io.assay.office.Cursor;
import io.assay.office.OfficeConfig;
import io.assay.office.RandomText;
import io.assay.office.Slice;
import io.assay.office.notice.Recipient.Holders;
import io.assay.office.notice.Recipient.Person;
import io.assay.office.notice.Recipient.Programs;
import io.assay.office.staff.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The outbox: what is put in here leaves after the caller's transaction is committed, and not at
 * all when it is rolled back. It leaves at least once; programs tell repetitions by its identifier.
 */
@Component
public class Notices {
  private final OutboxStore outbox;
  private final WebhookStore webhooks;
  private final OfficeConfig config;
  private final Quiet quiet;
  private final Clock clock;

  Notices(OutboxStore outbox, WebhookStore webhooks, OfficeConfig config, Clock clock) {
    this.outbox = outbox;
    this.webhooks = webhooks;
    this.config = config;
    this.quiet = new Quiet(config.cases().quiet());
    this.clock = clock;
  }

  /** Puts the notice in the outbox, once for each key and target. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void send(Notice notice) {
    Instant now = clock.instant();
    Instant from = notice.urgent() ? now : quiet.after(now);
    for (String target : mailTargets(notice.to())) {
      outbox.add(
          new Parcel(RandomText.identifier("ntc_"), Channel.MAIL, target, notice, 0), now, from);
    }
    for (Webhook webhook : webhooks.told(notice.tenant())) {
      if (webhook.wants(notice.kind().code())) {
        outbox.add(
            new Parcel(RandomText.identifier("ntc_"), Channel.WEBHOOK, webhook.id(), notice, 0),
            now,
            from);
      }
    }
  }

  /** When the notice of this key first left on that channel and was taken; empty until then. */
  public Optional<Instant> sent(String key, Channel channel) {
    return outbox.sent(key, channel);
  }

  /** What waits, was sent or failed, the newest first. */
  public Slice<Sending> list(Optional<Cursor> after, int size) {
    return Slice.of(outbox.list(after, size + 1), size, it -> new Cursor(it.createdAt(), it.id()));
  }

  private List<String> mailTargets(Recipient to) {
    if (!config.cases().mail().offered()) {
      return List.of();
    }
    return switch (to) {
      case Holders holders -> addresses(holders);
      case Person person -> List.of(person.book() + ":" + person.reference());
      case Programs programs -> List.of();
    };
  }

  private List<String> addresses(Holders holders) {
    List<String> found = new ArrayList<>();
    Stream.of(Role.values())
        .filter(holders.right()::heldBy)
        .forEach(
            role -> {
              @Nullable String address = config.cases().mail().addresses().get(role.name());
              if (address != null && !found.contains(address)) {
                found.add(address);
              }
            });
    return found;
  }
}
