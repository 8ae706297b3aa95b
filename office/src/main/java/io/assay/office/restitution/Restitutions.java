package io.assay.office.restitution;

import io.assay.gateway.Duty;
import io.assay.gateway.access.Release;
import io.assay.gateway.access.Release.Answer;
import io.assay.gateway.access.Release.File;
import io.assay.gateway.journal.Origin;
import io.assay.gateway.journal.Outcome;
import io.assay.office.RandomText;
import io.assay.office.content.Computation;
import io.assay.office.content.Computation.Wanted;
import io.assay.office.content.Content;
import io.assay.office.content.View.Part;
import io.assay.office.exchange.ExchangeDetail;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.notice.Kind;
import io.assay.office.notice.Notice;
import io.assay.office.notice.Notice.Fact;
import io.assay.office.notice.Notices;
import io.assay.office.notice.Recipient;
import io.assay.office.policy.Policies;
import io.assay.office.task.Policy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a block back that was wrong (Art. 12): what was blocked passes for its subject as long as
 * what a reviewer releases does, and the answer to the same request is the one that was blocked.
 */
@Duty("DS-12")
@Component
class Restitutions {
  private static final int SALT_BYTES = 16;

  private final RestitutionStore store;
  private final ExchangeIndex exchanges;
  private final Computation computation;
  private final Policies policies;
  private final Notices notices;
  private final Journal journal;
  private final Clock clock;

  Restitutions(
      RestitutionStore store,
      ExchangeIndex exchanges,
      Computation computation,
      Policies policies,
      Notices notices,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.exchanges = exchanges;
    this.computation = computation;
    this.policies = policies;
    this.notices = notices;
    this.journal = journal;
    this.clock = clock;
  }

  /** Whether the pool blocked something in it. */
  static boolean blocked(ExchangeDetail exchange) {
    return exchange
        .summary()
        .outcome()
        .filter(it -> it == Outcome.BLOCKED_INPUT || it == Outcome.BLOCKED_OUTPUT)
        .isPresent();
  }

  /** Gives back what was blocked in an exchange, as far as it is still kept; once is enough. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void give(String exchange, String actor) {
    exchanges
        .find(exchange)
        .filter(Restitutions::blocked)
        .filter(it -> !store.given(exchange))
        .ifPresent(it -> give(it, actor));
  }

  private void give(ExchangeDetail exchange, String actor) {
    String id = exchange.summary().id();
    Instant until = clock.instant().plus(policies.duration(Policy.RELEASE));
    Kept kept = open(exchange);
    String salt = RandomText.secret(SALT_BYTES);
    if (input(exchange)) {
      kept.request()
          .ifPresent(it -> store.add(exchange, Part.INPUT, release(id, salt, List.of(it)), until));
      if (!kept.stopped().isEmpty()) {
        store.add(exchange, Part.ATTACHMENT, release(id, salt, kept.stopped()), until);
      }
    } else if (kept.request().isPresent() && !kept.stopped().isEmpty()) {
      Optional<Answer> answer = answer(exchange, salt, kept.request().get());
      Set<String> hashes = hashes(salt, kept.stopped());
      store.add(exchange, Part.OUTPUT, Release.onAppeal(id, salt, hashes, answer), until);
    }
    journal.write(
        Act.of("restitution.given", actor, Map.of("exchange", id, "until", until.toString())));
    tell(id, exchange.summary().origin(), until);
  }

  /** Tells programs that the request passes now when it is sent again. */
  private void tell(String exchange, Origin of, Instant until) {
    notices.send(
        new Notice(
            exchange + "/given",
            Kind.RESTITUTION_GIVEN,
            exchange,
            of.tenant(),
            "/exchanges/" + exchange,
            new Recipient.Programs(),
            List.of(
                new Fact("exchange", exchange),
                new Fact("subject", of.subject()),
                new Fact("until", until.toString())),
            true));
  }

  /** What is left of an exchange: the texts of its request, and what was stopped besides. */
  private record Kept(Optional<Content> request, List<Content> stopped) {}

  private Kept open(ExchangeDetail exchange) {
    String id = exchange.summary().id();
    List<Wanted> wanted = new ArrayList<>(List.of(new Wanted(id, Part.INPUT, "")));
    if (input(exchange)) {
      exchange
          .files()
          .waiting()
          .forEach(file -> wanted.add(new Wanted(id, Part.ATTACHMENT, file.field())));
    } else if (exchange.files().answer().isEmpty()) {
      wanted.add(new Wanted(id, Part.OUTPUT, ""));
    } else {
      exchange
          .files()
          .answer()
          .forEach(file -> wanted.add(new Wanted(id, Part.OUTPUT, file.field())));
    }
    List<Optional<Content>> kept = computation.open(wanted, "release", Act.SYSTEM);
    List<Content> stopped = kept.stream().skip(1).flatMap(Optional::stream).toList();
    return new Kept(kept.getFirst(), stopped);
  }

  private static boolean input(ExchangeDetail exchange) {
    return exchange.summary().outcome().filter(Outcome.BLOCKED_INPUT::equals).isPresent();
  }

  private static Release release(String exchange, String salt, List<Content> contents) {
    return Release.onAppeal(exchange, salt, hashes(salt, contents), Optional.empty());
  }

  private static Set<String> hashes(String salt, List<Content> contents) {
    return contents.stream()
        .map(it -> Release.hash(salt, it.bytes()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Where the answer is kept: its files as they are, anything else whole beside it. */
  private static Optional<Answer> answer(ExchangeDetail exchange, String salt, Content request) {
    List<File> files =
        exchange.files().answer().isEmpty()
            ? List.of(new File("answer", exchange.answer()))
            : exchange.files().answer().stream()
                .map(it -> new File(it.field(), it.measure().commitment()))
                .toList();
    return Optional.of(files)
        .filter(all -> all.stream().noneMatch(it -> it.commitment().isEmpty()))
        .map(
            all ->
                new Answer(
                    exchange.summary().origin().capability(),
                    Release.hash(salt, request.bytes()),
                    exchange.entries().getFirst().shard(),
                    exchange.summary().id(),
                    all));
  }

  /** Ends what has lasted long enough. */
  @Scheduled(fixedDelay = 1_000)
  @Transactional
  public void expire() {
    Instant now = clock.instant();
    store.expire(now, now.minus(policies.duration(Policy.DELIVER_AGAIN)));
  }
}
