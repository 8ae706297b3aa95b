package io.assay.office.restitution;

import io.assay.gateway.Duty;
import io.assay.gateway.access.Release;
import io.assay.gateway.access.Release.Answer;
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
import io.assay.office.policy.Policies;
import io.assay.office.task.Policy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Journal journal;
  private final Clock clock;

  Restitutions(
      RestitutionStore store,
      ExchangeIndex exchanges,
      Computation computation,
      Policies policies,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.exchanges = exchanges;
    this.computation = computation;
    this.policies = policies;
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
    boolean input = exchange.summary().outcome().filter(Outcome.BLOCKED_INPUT::equals).isPresent();
    Part other = input ? Part.ATTACHMENT : Part.OUTPUT;
    List<Optional<Content>> kept =
        computation.open(
            List.of(new Wanted(id, Part.INPUT), new Wanted(id, other)), "release", Act.SYSTEM);
    Optional<Content> request = kept.getFirst();
    Optional<Content> stopped = kept.getLast();
    String salt = RandomText.secret(SALT_BYTES);
    if (input) {
      request.ifPresent(it -> store.add(exchange, Part.INPUT, release(id, salt, it), until));
      stopped.ifPresent(it -> store.add(exchange, other, release(id, salt, it), until));
    } else if (request.isPresent() && stopped.isPresent()) {
      Answer answer = answer(exchange, release(id, salt, request.get()).sha256());
      store.add(exchange, other, release(id, salt, stopped.get(), answer), until);
    }
    journal.write(
        Act.of("restitution.given", actor, Map.of("exchange", id, "until", until.toString())));
  }

  private static Release release(String exchange, String salt, Content content) {
    return Release.of(exchange, salt, content.bytes());
  }

  private static Release release(String exchange, String salt, Content content, Answer answer) {
    String sha256 = release(exchange, salt, content).sha256();
    return Release.onAppeal(exchange, salt, sha256, Optional.of(answer));
  }

  /** Where the answer is kept: a file as the output, anything else whole beside it. */
  private static Answer answer(ExchangeDetail exchange, String request) {
    return new Answer(
        exchange.summary().origin().capability(),
        request,
        exchange.entries().getFirst().shard(),
        exchange.summary().id(),
        exchange.output().media().equals("text")
            ? exchange.answer()
            : exchange.output().commitment());
  }

  /** Ends what has lasted long enough. */
  @Scheduled(fixedDelay = 1_000)
  @Transactional
  public void expire() {
    Instant now = clock.instant();
    store.expire(now, now.minus(policies.duration(Policy.DELIVER_AGAIN)));
  }
}
