package io.assay.office.posture;

import io.assay.gateway.Duty;
import io.assay.office.Remark;
import io.assay.office.posture.Attempt.Outcome;
import io.assay.office.posture.Attempt.Outcome.Verdict;
import io.assay.office.posture.Control.Counts;
import io.assay.office.web.Site;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Computes every control from what happened. Nothing sets a result: each is written to the ledger
 * and then stored, and what was stored is held against the ledger before it is computed again.
 */
@Duty({"DS-6", "DS-7", "DS-8", "DS-9", "DS-10", "DS-11", "DS-12", "DS-16", "DS-17", "DS-18"})
@Component
public class Posture implements LiveControls {
  static final String RECORD = "RECORD";
  static final String COSIGNED = "COSIGNED";

  /** The article whose controls follow from what is bound to the others. */
  private static final int SYSTEMS = 7;

  private static final int ROWS = 200;
  private static final int HISTORY = 288;
  private static final int CHECKED = 500;

  private final PostureStore store;
  private final ResultLog log;
  private final LedgerProbe ledger;
  private final Clock clock;
  private long checkedUpTo = -1;

  Posture(PostureStore store, ResultLog log, LedgerProbe ledger, Clock clock) {
    this.store = store;
    this.log = log;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Holds what is stored against the ledger, then computes every control. */
  @Scheduled(initialDelay = 20_000, fixedDelay = 300_000)
  @Transactional
  public void recompute() {
    if (!store.alone()) {
      return;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant before = now.minus(1, ChronoUnit.MICROS);
    check(before);
    ledger.grown(before).ifPresent(it -> probed(RECORD, it, before));
    ledger.cosigned(before).ifPresent(it -> probed(COSIGNED, it, before));
    Map<String, ControlResult> former = byControl(store.at(now));
    for (Control control : Controls.all()) {
      long previous =
          Optional.ofNullable(former.get(control.id())).map(ControlResult::ledgerIndex).orElse(-1L);
      store.add(log.write(computed(control, now, previous)));
    }
  }

  private ControlResult computed(Control control, Instant asOf, long previous) {
    Instant from = asOf.minus(control.window());
    Counts counts = store.count(control, from, asOf);
    return new ControlResult(
        control.id(),
        asOf,
        from,
        counts.num(),
        counts.den(),
        counts.soon(),
        counts.newest(),
        control.status(counts, asOf),
        control.querySha256(),
        previous,
        "",
        -1,
        false);
  }

  /** The newest result of each control, and in turns all others. */
  private void check(Instant now) {
    List<ControlResult> newest = store.at(now);
    List<ControlResult> others = store.after(checkedUpTo, CHECKED);
    checkedUpTo = others.size() < CHECKED ? -1 : others.getLast().ledgerIndex();
    List<String> wrong = new ArrayList<>();
    newest.forEach(it -> wrong(it, now).ifPresent(wrong::add));
    others.forEach(it -> wrong(it, now).ifPresent(wrong::add));
    if (!newest.isEmpty()) {
      int checked = newest.size() + others.size();
      Remark detail =
          wrong.isEmpty()
              ? Seen.RESULTS_KEPT.remark(checked)
              : Seen.RESULTS_CHANGED.remark(wrong.size(), checked, wrong.getFirst());
      store.probed(RECORD, wrong.isEmpty(), detail, now);
    }
  }

  private void probed(String kind, Outcome outcome, Instant at) {
    store.probed(kind, outcome.verdict() == Verdict.AS_WANTED, outcome.detail(), at);
  }

  private Optional<String> wrong(ControlResult it, Instant now) {
    Optional<String> wrong =
        log.wrong(it)
            .or(
                () ->
                    it.previous() < 0 || store.known(it.control(), it.previous())
                        ? Optional.empty()
                        : Optional.of("the result of entry " + it.previous() + " is gone"));
    wrong.ifPresent(what -> store.tampered(it.ledgerIndex(), it.control(), shortened(what), now));
    return wrong.map(what -> it.control());
  }

  private static String shortened(String text) {
    return text.length() <= 500 ? text : text.substring(0, 500);
  }

  @Override
  public Optional<Status> status(String control) {
    return Controls.find(control)
        .filter(it -> it.article() != SYSTEMS)
        .map(
            it ->
                Optional.ofNullable(byControl(store.at(clock.instant())).get(it.id()))
                    .map(ControlResult::status)
                    .orElse(Status.INSUFFICIENT_EVIDENCE));
  }

  /** Every article with its controls, as they stood at a moment. */
  public List<Article> articles(Instant moment) {
    Map<String, ControlResult> results = byControl(store.at(moment));
    Map<Integer, List<Standing>> articles =
        Controls.all().stream()
            .map(it -> new Standing(it, Optional.ofNullable(results.get(it.id()))))
            .collect(Collectors.groupingBy(it -> it.control().article()));
    return articles.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Posture::guardsLast))
        .map(it -> new Article(it.getKey(), it.getValue()))
        .toList();
  }

  /** How the controls stood at the end of each of some days, the last one first. */
  public List<Count> days(Instant until, int days) {
    LocalDate last = LocalDate.ofInstant(until.minusNanos(1), Site.ZONE);
    return IntStream.range(0, days)
        .mapToObj(last::minusDays)
        .map(day -> counted(day, until))
        .takeWhile(it -> !it.equals(Count.of(it.day(), List.of())))
        .toList();
  }

  private Count counted(LocalDate day, Instant until) {
    Instant end = day.plusDays(1).atStartOfDay(Site.ZONE).toInstant();
    List<ControlResult> results = store.at(end.isBefore(until) ? end : until);
    return Count.of(day, results.stream().map(ControlResult::status).toList());
  }

  private static int guardsLast(int a, int b) {
    return Integer.compare(a == 0 ? Integer.MAX_VALUE : a, b == 0 ? Integer.MAX_VALUE : b);
  }

  public Optional<Control> control(String id) {
    return Controls.find(id);
  }

  /** What a result counted, the bad first. */
  public List<Item> items(Control control, ControlResult of, boolean badOnly) {
    return store.items(control, of.windowFrom(), of.asOf(), badOnly, ROWS);
  }

  /** A control's results up to a moment, the newest first. */
  public List<ControlResult> history(String control, Instant until) {
    return store.history(control, until, HISTORY);
  }

  private static Map<String, ControlResult> byControl(List<ControlResult> results) {
    return results.stream().collect(Collectors.toMap(ControlResult::control, Function.identity()));
  }
}
