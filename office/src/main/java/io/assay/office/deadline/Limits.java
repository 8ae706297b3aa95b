package io.assay.office.deadline;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of limits. Rows are added and never changed, so that old promises stay readable. */
@Component
public class Limits {
  private final LimitStore store;
  private final Journal journal;
  private final Clock clock;

  Limits(LimitStore store, Journal journal, Clock clock) {
    this.store = store;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * The row of the rule that is in force on a day.
   *
   * @throws IllegalArgumentException when there is none
   */
  public LimitRule inForce(String rule, LocalDate day) {
    return store
        .inForce(rule, day)
        .orElseThrow(() -> new IllegalArgumentException("no limit '" + rule + "' on " + day));
  }

  /** The row in force today. */
  public LimitRule today(String rule) {
    return inForce(rule, Reckoner.day(clock.instant()));
  }

  /** What is in force today, by rule. */
  public List<LimitRule> inForceToday() {
    LocalDate day = Reckoner.day(clock.instant());
    Map<String, LimitRule> rows = new TreeMap<>();
    store.all().stream()
        .filter(it -> it.inForce(day))
        .forEach(
            it ->
                rows.merge(
                    it.rule(),
                    it,
                    (a, b) -> b.effectiveFrom().isBefore(a.effectiveFrom()) ? a : b));
    return List.copyOf(rows.values());
  }

  /** Every row there ever was, by rule, the newest first. */
  public List<LimitRule> history() {
    return store.all();
  }

  /**
   * Publishes the operator's own promise, in force from {@code from} on.
   *
   * @throws ActionRefusedException for a limit of law or standard, or a day in the past
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void commit(String rule, Limit limit, String source, LocalDate from, String actor) {
    LocalDate today = Reckoner.day(clock.instant());
    if (!inForce(rule, today).basis().own()) {
      throw new ActionRefusedException("deadline.not-own");
    }
    if (from.isBefore(today)) {
      throw new ActionRefusedException("deadline.past");
    }
    store.add(new LimitRule(rule, limit, Basis.COMMITMENT, source, from, null), actor);
    journal.write(
        Act.of(
            "deadline.committed",
            actor,
            Map.of("rule", rule, "limit", limit.toString(), "from", from.toString())));
  }
}
