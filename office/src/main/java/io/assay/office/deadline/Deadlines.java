package io.assay.office.deadline;

import io.assay.office.Cursor;
import io.assay.office.RandomText;
import io.assay.office.Slice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.calendar.Calendars;
import io.assay.office.calendar.WorkCalendar;
import io.assay.office.deadline.Deadline.State;
import io.assay.office.deadline.Reckoner.Times;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.notice.Kind;
import io.assay.office.notice.Notice;
import io.assay.office.notice.Notice.Fact;
import io.assay.office.notice.Notices;
import io.assay.office.notice.Recipient;
import io.assay.office.staff.Right;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one engine of all clocks. A clock keeps the limit it was started with; one rule runs at most
 * once for one thing. Every turn is written to the ledger, and from due soon on the holders of a
 * right are reminded.
 */
@Component
public class Deadlines {
  private static final int LOAD = 200;
  private static final int LONGEST_REASON = 2_000;

  private final DeadlineStore store;
  private final Limits limits;
  private final Calendars calendars;
  private final Notices notices;
  private final Journal journal;
  private final Clock clock;

  Deadlines(
      DeadlineStore store,
      Limits limits,
      Calendars calendars,
      Notices notices,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.limits = limits;
    this.calendars = calendars;
    this.notices = notices;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * What has to be done in time.
   *
   * @param rule a row of the table of limits
   * @param about identifier of the thing
   * @param path the page of that thing
   * @param reminded whose holders are reminded
   */
  public record Task(String rule, String about, String path, Right reminded) {}

  /**
   * Starts a clock with the limit in force on the day of {@code start}; when that rule already runs
   * for that thing, gives the clock that runs.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Deadline start(Task task, Instant start) {
    LimitRule row = limits.inForce(task.rule(), Reckoner.day(start));
    Times times = reckoner().times(start, row.limit(), List.of());
    Deadline deadline =
        new Deadline(
            RandomText.identifier("ddl_"),
            task.rule(),
            task.about(),
            task.path(),
            task.reminded(),
            start,
            row.limit(),
            row.basis(),
            row.source(),
            times.soft(),
            times.hard(),
            times.due(),
            State.RUNNING,
            times.provisional(),
            times.version(),
            null,
            null);
    if (store.add(deadline)) {
      record("deadline.started", deadline, Act.SYSTEM, "");
    }
    return store.lock(task.about(), task.rule()).orElseThrow();
  }

  /** When the limit of a rule is over that is in force on the day of {@code start}. */
  public Instant over(String rule, Instant start) {
    LimitRule row = limits.inForce(rule, Reckoner.day(start));
    return reckoner().times(start, row.limit(), List.of()).due();
  }

  /** Ends the clock because the thing is done: in time or late. Empty when none runs. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Deadline> meet(String about, String rule) {
    Instant now = clock.instant();
    Optional<Deadline> running = store.lock(about, rule);
    running.ifPresent(
        it -> {
          boolean late = !it.paused() && it.at(now) == State.BREACHED;
          store.end(it.id(), late ? State.BREACHED : State.MET, now);
          record(late ? "deadline.met_late" : "deadline.met", it, Act.SYSTEM, "");
        });
    return running.flatMap(it -> store.find(it.id()));
  }

  /** Ends every clock of a thing that fell away. What was breached stays breached. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void drop(String about, String reason) {
    for (Deadline it : store.about(about)) {
      if (it.open()) {
        boolean breached = it.at(clock.instant()) == State.BREACHED;
        store.end(it.id(), breached ? State.BREACHED : State.DROPPED, clock.instant());
        record("deadline.dropped", it, Act.SYSTEM, reason);
      }
    }
  }

  /**
   * Stops the clock for a reason that is on record.
   *
   * @throws ActionRefusedException without a reason, or when no such clock runs or it is breached
   */
  @Transactional
  public void pause(String about, String rule, String reason, String actor) {
    Deadline running = running(about, rule);
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new ActionRefusedException("deadline.reason");
    }
    if (running.paused() || running.at(clock.instant()) == State.BREACHED) {
      throw new ActionRefusedException("deadline.not-running");
    }
    store.pause(running.id(), clock.instant(), reason.strip(), actor);
    record("deadline.paused", running, actor, reason.strip());
  }

  /** Lets it run again; the time in between is added. */
  @Transactional
  public void resume(String about, String rule, String actor) {
    Deadline running = running(about, rule);
    if (!running.paused()) {
      throw new ActionRefusedException("deadline.not-paused");
    }
    store.resume(running.id(), clock.instant());
    retime(running, false);
    record("deadline.resumed", running, actor, "");
  }

  /** The clocks of a thing, the earliest first. */
  public List<Deadline> about(String about) {
    return store.about(about);
  }

  /** The open clock of that rule for that thing. */
  public Optional<Deadline> find(String about, String rule) {
    return store.about(about).stream()
        .filter(it -> it.rule().equals(rule))
        .reduce((earlier, later) -> later);
  }

  /** Clocks due within a time, open or not, the earliest first. */
  public List<Deadline> dueBetween(Instant from, Instant to) {
    return store.dueBetween(from, to, 2_000);
  }

  Slice<Deadline> list(DeadlineFilter filter, int size) {
    return Slice.of(store.list(filter, size + 1), size, it -> new Cursor(it.due(), it.id()));
  }

  /** Open clocks, the one due first first. */
  public List<Deadline> open(int limit) {
    return store.open(limit);
  }

  /** Turns every clock whose moment has come, and reminds. */
  @Scheduled(fixedDelay = 5_000)
  @Transactional
  public void turn() {
    Instant now = clock.instant();
    for (Deadline it : store.turning(now, LOAD)) {
      State next = it.at(now);
      store.turn(it.id(), next);
      record("deadline." + next.name().toLowerCase(Locale.ROOT), it, Act.SYSTEM, "");
      remind(it, next);
    }
  }

  /** Counts open clocks anew that were counted with other years than those known now. */
  @Scheduled(fixedDelay = 5_000)
  @Transactional
  public void recount() {
    for (Deadline it : store.countedOtherwise(calendars.current().version())) {
      retime(it, true);
    }
  }

  private void retime(Deadline it, boolean told) {
    Times times = reckoner().times(it.start(), it.limit(), store.pauses(it.id()));
    store.retime(it.id(), times, State.RUNNING);
    if (told && !times.due().equals(it.due())) {
      record("deadline.recounted", it, Act.SYSTEM, it.due() + " to " + times.due());
    }
  }

  private void remind(Deadline it, State state) {
    notices.send(
        new Notice(
            it.id() + "/" + state,
            Kind.valueOf("DEADLINE_" + state.name()),
            it.about(),
            "",
            it.path(),
            Recipient.holders(it.reminded()),
            List.of(
                new Fact("rule", it.rule()),
                new Fact("about", it.about()),
                new Fact(
                    "due",
                    it.due().atZone(WorkCalendar.ZONE).toLocalDateTime().withNano(0).toString()),
                new Fact("basis", it.basis().name())),
            state != State.SOFT));
  }

  private Deadline running(String about, String rule) {
    return store
        .lock(about, rule)
        .orElseThrow(() -> new ActionRefusedException("deadline.not-running"));
  }

  private Reckoner reckoner() {
    return new Reckoner(calendars.current());
  }

  private void record(String type, Deadline it, String actor, String reason) {
    journal.write(
        Act.of(
            type,
            actor,
            Map.of(
                "deadline", it.id(),
                "rule", it.rule(),
                "about", it.about(),
                "due", it.due().toString(),
                "basis", it.basis().name(),
                "reason", reason)));
  }
}
