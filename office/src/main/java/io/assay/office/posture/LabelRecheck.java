package io.assay.office.posture;

import io.assay.gateway.Duty;
import io.assay.mark.Inspection;
import io.assay.mark.Inspector;
import io.assay.mark.MarkException;
import io.assay.mark.Verdict;
import io.assay.office.content.Computation;
import io.assay.office.content.Computation.Wanted;
import io.assay.office.content.Content;
import io.assay.office.content.View.Part;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.posture.RecheckStore.Delivered;
import io.assay.office.posture.RecheckStore.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens delivered files again where they are kept, a random sample every hour, and looks for the
 * labels with which they left (Art. 16). What comes of it is in the ledger and feeds a control.
 */
@Duty("DS-16")
@Component
public class LabelRecheck {
  /** Files of a day, spread over its hours; policy. */
  private static final int A_DAY = 200;

  private static final int A_RUN = Math.ceilDiv(A_DAY, 24);
  private static final Duration DAY = Duration.ofDays(1);

  private final RecheckStore store;
  private final Computation contents;
  private final Inspector inspector;
  private final Journal journal;
  private final Clock clock;

  LabelRecheck(
      RecheckStore store, Computation contents, Inspector inspector, Journal journal, Clock clock) {
    this.store = store;
    this.contents = contents;
    this.inspector = inspector;
    this.journal = journal;
    this.clock = clock;
  }

  /** Checks the sample of this hour; does nothing when nothing new was delivered. */
  @Scheduled(initialDelay = 45_000, fixedDelay = 3_600_000)
  @Transactional
  public void recheck() {
    Instant now = clock.instant();
    if (!store.alone()) {
      return;
    }
    List<Delivered> sample = store.sample(now.minus(DAY), now, A_RUN);
    if (sample.isEmpty()) {
      return;
    }
    List<Optional<Content>> opened =
        contents.open(
            sample.stream().map(it -> new Wanted(it.exchange(), Part.OUTPUT, it.field())).toList(),
            "label.recheck",
            Act.SYSTEM);
    List<String> unsound = new ArrayList<>();
    int checked = 0;
    for (int i = 0; i < sample.size(); i++) {
      Delivered delivered = sample.get(i);
      Optional<Result> result = opened.get(i).map(it -> looked(delivered, it));
      result.ifPresent(it -> store.add(delivered, it, now));
      result.filter(it -> !it.sound()).ifPresent(it -> unsound.add(delivered.content()));
      checked += result.isPresent() ? 1 : 0;
    }
    journal.write(
        Act.of(
            "label.rechecked",
            Act.SYSTEM,
            Map.of(
                "files",
                checked,
                "erased",
                sample.size() - checked,
                "unsound",
                String.join(" ", unsound))));
  }

  /** Sound is what still carries the label it was issued with, on the content it was issued on. */
  private Result looked(Delivered delivered, Content content) {
    try {
      Inspection inspection = inspector.inspect(content.bytes());
      boolean same =
          inspection.label().filter(it -> it.json().equals(delivered.aigc())).isPresent();
      boolean sound = same && inspection.verdict() == Verdict.INTACT;
      String verdict = "verdict." + inspection.verdict();
      Seen seen = same ? Seen.LABEL_FOUND : Seen.LABEL_OF_ANOTHER;
      return new Result(inspection.verdict().name(), sound, seen.remark(verdict));
    } catch (MarkException unreadable) {
      return new Result(
          "UNREADABLE",
          false,
          Seen.FILE_UNREADABLE.remark("posture.unreadable." + unreadable.reason()));
    }
  }
}
