package io.assay.office.tamper;

import io.assay.gateway.Duty;
import io.assay.office.Cursor;
import io.assay.office.RandomText;
import io.assay.office.Slice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.deadline.Deadlines;
import io.assay.office.deadline.Deadlines.Task;
import io.assay.office.disposal.DisposalCase.Severity;
import io.assay.office.disposal.Disposals;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.staff.Right;
import io.assay.office.tamper.Signal.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signals of tampering with labels (Art. 18): each leads to a case or is dismissed for a reason,
 * within a limit. What is noticed again while nobody has decided is counted, not repeated.
 */
@Duty("DS-18")
@Component
public class Signals {
  private static final String RULE = "tamper.case";
  private static final int LONGEST = 2_000;
  private static final int LONGEST_NUMBER = 100;

  private final SignalStore store;
  private final Disposals disposals;
  private final Deadlines deadlines;
  private final Journal journal;
  private final Clock clock;

  Signals(
      SignalStore store, Disposals disposals, Deadlines deadlines, Journal journal, Clock clock) {
    this.store = store;
    this.disposals = disposals;
    this.deadlines = deadlines;
    this.journal = journal;
    this.clock = clock;
  }

  /** Keeps what a check showed, and starts the clock of its case. */
  @Transactional
  public void notice(Sighting seen) {
    Instant now = clock.instant();
    if (store.again(seen, now)) {
      return;
    }
    String id = RandomText.identifier("tmp_");
    if (!store.add(id, seen, now)) {
      return;
    }
    Signal signal = find(id);
    deadlines.start(new Task(RULE, id, signal.path(), Right.REPORT_READ), now);
    journal.write(
        Act.of(
            "tamper.noticed",
            seen.by(),
            Map.of(
                "signal", id,
                "verdict", seen.verdict().name(),
                "exchange", seen.exchange(),
                "produce_id", seen.produceId(),
                "file_sha256", seen.fileSha256())));
  }

  /**
   * Opens a disposal of the content concerned.
   *
   * @throws ActionRefusedException when it is decided, or no exchange is known
   */
  @Transactional
  public String open(String id, Severity severity, String facts, String actor) {
    Signal signal = undecided(id);
    if (signal.exchange().isEmpty()) {
      throw new ActionRefusedException("tamper.no-exchange");
    }
    String disposal = disposals.open(severity, facts, "", List.of(signal.exchange()), actor).id();
    decide(signal, State.CASE, disposal, "", actor);
    return disposal;
  }

  /**
   * Says under which number it is handled elsewhere: a case that is there, or one of an authority.
   *
   * @throws ActionRefusedException when it is decided, or without a number
   */
  @Transactional
  public void refer(String id, String number, String actor) {
    if (number.isBlank() || number.length() > LONGEST_NUMBER) {
      throw new ActionRefusedException("tamper.number");
    }
    decide(undecided(id), State.CASE, number.strip(), "", actor);
  }

  /**
   * Dismisses it for a reason that stays on record.
   *
   * @throws ActionRefusedException when it is decided, or without a reason
   */
  @Transactional
  public void dismiss(String id, String reason, String actor) {
    if (reason.isBlank() || reason.length() > LONGEST) {
      throw new ActionRefusedException("tamper.reason");
    }
    decide(undecided(id), State.DISMISSED, "", reason.strip(), actor);
  }

  public Optional<Signal> byId(String id) {
    return store.find(id);
  }

  Slice<Signal> list(Optional<State> state, Optional<Cursor> after, int size) {
    return Slice.of(
        store.list(state, after, size + 1), size, it -> new Cursor(it.noticedAt(), it.id()));
  }

  /** The newest in a state. */
  public Optional<Signal> latest(Optional<State> state) {
    return store.list(state, Optional.empty(), 1).stream().findFirst();
  }

  private void decide(Signal it, State state, String matter, String reason, String actor) {
    store.decide(it.id(), state, matter, reason, actor, clock.instant());
    deadlines.meet(it.id(), RULE);
    journal.write(
        Act.of(
            "tamper.decided",
            actor,
            Map.of("signal", it.id(), "to", state.name(), "matter", matter, "reason", reason)));
  }

  private Signal undecided(String id) {
    Signal it = store.lock(id).orElseThrow(() -> new ActionRefusedException("tamper.unknown"));
    if (it.state() != State.NEW) {
      throw new ActionRefusedException("tamper.decided");
    }
    return it;
  }

  private Signal find(String id) {
    return store.find(id).orElseThrow(() -> new ActionRefusedException("tamper.unknown"));
  }
}
