package io.assay.office.disposal;

import io.assay.gateway.Duty;
import io.assay.ledger.vault.Eraser;
import io.assay.office.Cursor;
import io.assay.office.RandomText;
import io.assay.office.Slice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.authority.Reportable;
import io.assay.office.deadline.Deadlines;
import io.assay.office.deadline.Deadlines.Task;
import io.assay.office.disposal.DisposalCase.Severity;
import io.assay.office.disposal.DisposalCase.State;
import io.assay.office.disposal.Outlet.Reason;
import io.assay.office.exchange.ExchangeDetail;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.staff.Right;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Disposal of bad content (Art. 10): it is contained at every outlet, the records are preserved
 * under a hold, the authority is told in time, and only then is the case closed.
 */
@Duty("DS-10")
@Component
public class Disposals implements Reportable {
  private static final int LONGEST = 2_000;
  private static final int MOST = 500;
  private static final String REGISTER = "register";

  private final DisposalStore store;
  private final ExchangeIndex exchanges;
  private final List<Outlet> outlets;
  private final Eraser eraser;
  private final Deadlines deadlines;
  private final Journal journal;
  private final Clock clock;

  Disposals(
      DisposalStore store,
      ExchangeIndex exchanges,
      List<Outlet> outlets,
      Eraser eraser,
      Deadlines deadlines,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.exchanges = exchanges;
    this.outlets = List.copyOf(outlets);
    this.eraser = eraser;
    this.deadlines = deadlines;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Opens a case and starts the clock of the report.
   *
   * @throws ActionRefusedException without facts, or when an exchange is not known
   */
  @Transactional
  public DisposalCase open(
      Severity severity, String facts, String category, List<String> of, String actor) {
    boolean known = of.size() <= MOST && of.stream().allMatch(it -> exchanges.find(it).isPresent());
    if (facts.isBlank() || facts.length() > LONGEST || of.isEmpty() || !known) {
      throw new ActionRefusedException("disposal.incomplete");
    }
    DisposalCase it =
        new DisposalCase(
            RandomText.identifier("dsp_"),
            State.OPEN,
            severity,
            facts.strip(),
            category.strip(),
            of,
            actor,
            clock.instant(),
            null,
            null,
            null,
            null,
            "");
    store.add(it);
    deadlines.start(
        new Task(severity.rule(), it.id(), it.path(), Right.REPORT_READ), it.openedAt());
    record("disposal.opened", it, actor, Map.of("exchanges", String.join(" ", of)));
    return it;
  }

  /** Stops the contents at every outlet, and keeps their numbers from any later one. */
  @Transactional
  public void contain(String id, String actor) {
    DisposalCase it = step(id, State.CONTAINED);
    List<String> numbers = numbers(it);
    Instant now = clock.instant();
    store.contained(id, new Containment(REGISTER, store.register(id, numbers, now), now));
    for (Outlet outlet : outlets) {
      int stopped = outlet.contain(it.exchanges(), numbers, id, actor);
      store.contained(id, new Containment(outlet.name(), stopped, now));
    }
    move(it, State.CONTAINED, actor, Map.of("numbers", String.join(" ", numbers)));
  }

  /**
   * Lets out again, at every outlet and on the register, what was contained because of an exchange
   * that was stopped wrongly.
   *
   * @param source the case in which that was found
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void restore(String exchange, String source, String actor) {
    for (DisposalCase it : store.containing(exchange)) {
      List<String> numbers =
          exchanges
              .find(exchange)
              .map(ExchangeDetail::produceId)
              .filter(one -> !one.isEmpty())
              .stream()
              .toList();
      Instant now = clock.instant();
      int released = store.release(it.id(), numbers);
      store.restored(it.id(), new Restoration(exchange, REGISTER, released, source, now));
      for (Outlet outlet : outlets) {
        int restored =
            outlet.restore(
                List.of(exchange), numbers, it.id(), new Reason("appeal " + source, actor));
        store.restored(it.id(), new Restoration(exchange, outlet.name(), restored, source, now));
      }
      record("disposal.restored", it, actor, Map.of("exchange", exchange, "source", source));
    }
  }

  /** Forbids that anything of the subjects concerned is erased until the hold is released. */
  @Transactional
  public void preserve(String id, String actor) {
    DisposalCase it = step(id, State.PRESERVED);
    List<String> subjects = subjects(it);
    subjects.forEach(subject -> eraser.hold(subject, id));
    move(it, State.PRESERVED, actor, Map.of("subjects", String.join(" ", subjects)));
  }

  /** Decides with a reason that no authority has to be told. */
  @Transactional
  public void noReport(String id, String reason, String actor) {
    DisposalCase it = step(id, State.REPORTED);
    if (reason.isBlank() || reason.length() > LONGEST) {
      throw new ActionRefusedException("disposal.reason");
    }
    store.noReport(id, reason.strip());
    deadlines.meet(id, it.severity().rule());
    move(it, State.REPORTED, actor, Map.of("no_report", reason.strip()));
  }

  @Transactional
  public void close(String id, String actor) {
    move(step(id, State.CLOSED), State.CLOSED, actor, Map.of());
  }

  /** Lifts the hold, which takes two people. */
  void release(String id, String actor) {
    DisposalCase it = lock(id);
    if (it.state() != State.CLOSED) {
      throw new ActionRefusedException("disposal.step");
    }
    subjects(it).forEach(subject -> eraser.release(subject, id));
    record("disposal.released", it, actor, Map.of());
  }

  /** Whether a content of this number is contained, wherever it turns up. */
  public boolean contained(String produceId) {
    return store.contained(produceId);
  }

  /** Every number that is contained now, of which the gateway hands out nothing. */
  public Set<String> contained() {
    return Set.copyOf(store.contained());
  }

  public Optional<DisposalCase> byId(String id) {
    return store.find(id);
  }

  Slice<DisposalCase> list(Optional<Cursor> after, int size) {
    return Slice.of(store.list(after, size + 1), size, it -> new Cursor(it.openedAt(), it.id()));
  }

  List<Containment> containments(String id) {
    return store.containments(id);
  }

  List<Restoration> restorations(String id) {
    return store.restorations(id);
  }

  @Override
  public Optional<Matter> find(String about) {
    return store
        .find(about)
        .map(
            it ->
                new Matter(
                    it.id(),
                    it.category(),
                    it.path(),
                    List.of(
                        Fact.at("discovered", it.openedAt()),
                        new Fact("facts", it.facts()),
                        new Fact("category", it.category()),
                        new Fact("exchanges", String.join(" ", it.exchanges())),
                        new Fact("numbers", String.join(" ", numbers(it))),
                        Fact.at("contained", it.containedAt()),
                        Fact.at("preserved", it.preservedAt()))));
  }

  @Override
  public void reported(String about, String report, String actor) {
    store
        .lock(about)
        .ifPresent(
            it -> {
              deadlines.meet(about, it.severity().rule());
              if (it.state().precedes(State.REPORTED)) {
                move(it, State.REPORTED, actor, Map.of("report", report));
              }
            });
  }

  private DisposalCase lock(String id) {
    return store.lock(id).orElseThrow(() -> new ActionRefusedException("disposal.unknown"));
  }

  private DisposalCase step(String id, State next) {
    DisposalCase it = lock(id);
    if (!it.state().precedes(next)) {
      throw new ActionRefusedException("disposal.step");
    }
    return it;
  }

  private void move(DisposalCase it, State next, String actor, Map<String, String> facts) {
    store.move(it.id(), next, clock.instant());
    Map<String, String> all = new TreeMap<>(facts);
    all.put("to", next.name());
    record("disposal.moved", it, actor, all);
  }

  /** The numbers of what was made: those of the exchanges, also while one still runs. */
  private List<String> numbers(DisposalCase it) {
    return Stream.concat(it.exchanges().stream(), found(it).map(ExchangeDetail::produceId))
        .filter(one -> !one.isEmpty())
        .distinct()
        .toList();
  }

  private List<String> subjects(DisposalCase it) {
    return found(it)
        .map(one -> one.summary().origin().subject())
        .filter(one -> !one.isEmpty())
        .distinct()
        .toList();
  }

  private Stream<ExchangeDetail> found(DisposalCase it) {
    return it.exchanges().stream().map(exchanges::find).flatMap(Optional::stream);
  }

  private void record(String type, DisposalCase it, String actor, Map<String, String> facts) {
    Map<String, Object> all = new TreeMap<>(facts);
    all.put("case", it.id());
    all.put("severity", it.severity().name());
    journal.write(Act.of(type, actor, all));
  }
}
