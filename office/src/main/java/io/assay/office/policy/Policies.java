package io.assay.office.policy;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.deadline.Basis;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.policy.PolicyStore.Change;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the numbers of policy are now. A change takes two people, holds at once in this office and
 * within seconds in every other one, and stays on record. Thread-safe.
 */
@Component
public class Policies {
  private final Map<String, PolicyNumber> numbers;
  private final PolicyStore store;
  private final Journal journal;
  private final Clock clock;
  private volatile Map<String, Long> changed;

  Policies(List<PolicyNumbers> features, PolicyStore store, Journal journal, Clock clock) {
    this.numbers =
        features.stream()
            .map(PolicyNumbers::numbers)
            .flatMap(Collection::stream)
            .collect(Collectors.toUnmodifiableMap(PolicyNumber::name, Function.identity()));
    this.store = store;
    this.journal = journal;
    this.clock = clock;
    this.changed = latest(store);
  }

  public long value(PolicyNumber number) {
    return changed.getOrDefault(number.name(), number.shipped());
  }

  /** The value of a number that is small enough for it. */
  public int count(PolicyNumber number) {
    return Math.toIntExact(value(number));
  }

  /** The value of a number that is a time. */
  public Duration duration(PolicyNumber number) {
    return number.duration(value(number));
  }

  /** Every number as it is now, by name. */
  public List<Setting> all() {
    Map<String, Setting> latest =
        history().stream()
            .collect(Collectors.toMap(it -> it.number().name(), Function.identity(), (a, b) -> a));
    return numbers.values().stream()
        .sorted(Comparator.comparing(PolicyNumber::name))
        .map(it -> latest.getOrDefault(it.name(), Setting.shipped(it)))
        .toList();
  }

  /** Every change there ever was, the latest first. */
  public List<Setting> history() {
    return store.changes().stream()
        .flatMap(it -> find(it.name()).map(number -> setting(number, it)).stream())
        .toList();
  }

  private static Setting setting(PolicyNumber number, Change it) {
    return new Setting(
        number, it.value(), Basis.POLICY, it.proposedBy(), it.approvedBy(), it.reason(), it.at());
  }

  public Optional<PolicyNumber> find(String name) {
    return Optional.ofNullable(numbers.get(name));
  }

  /**
   * Changes a number in the name of two people.
   *
   * @throws ActionRefusedException when there is no such number, or not with that value
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void change(String name, long value, String proposer, String approver, String reason) {
    PolicyNumber number = checked(name, value);
    long before = value(number);
    store.add(new Change(name, value, proposer, approver, reason, clock.instant()));
    journal.write(
        Act.of(
            "policy.changed",
            approver,
            Map.of("name", name, "before", before, "value", value, "proposed_by", proposer)));
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            refresh();
          }
        });
  }

  /** The number, which may have that value. */
  PolicyNumber checked(String name, long value) {
    PolicyNumber number =
        find(name).orElseThrow(() -> new ActionRefusedException("policy.unknown"));
    if (!number.allows(value)) {
      throw new ActionRefusedException("policy.out-of-range");
    }
    return number;
  }

  /** Takes over what other offices changed. */
  @Scheduled(fixedDelay = 2_000)
  public void refresh() {
    changed = latest(store);
  }

  private static Map<String, Long> latest(PolicyStore store) {
    return store.changes().stream()
        .collect(Collectors.toUnmodifiableMap(Change::name, Change::value, (a, b) -> a));
  }
}
