package io.assay.office.task;

import io.assay.gateway.journal.FindingRecord;
import io.assay.gateway.journal.StepRecord.Name;
import io.assay.office.content.Content;
import io.assay.office.content.View.Part;
import io.assay.office.exchange.ExchangeDetail.File;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.office.exchange.Regions;
import io.assay.office.pool.Likeness;
import io.assay.office.pool.Likenesses;
import io.assay.office.pool.Passage;
import io.assay.office.pool.Register;
import io.assay.office.pool.TestBench;
import io.assay.review.Context;
import io.assay.review.Direction;
import java.util.List;
import org.springframework.stereotype.Component;

/** Why a task's content was flagged: the very places, found again by the features that hit. */
@Component
class Why {
  private static final int AROUND = 6;

  private final TestBench bench;
  private final Likenesses likenesses;
  private final Register register;
  private final ExchangeIndex exchanges;

  Why(TestBench bench, Likenesses likenesses, Register register, ExchangeIndex exchanges) {
    this.bench = bench;
    this.likenesses = likenesses;
    this.register = register;
    this.exchanges = exchanges;
  }

  /**
   * What a reviewer sees.
   *
   * @param phrase the hit with a little around it, to be allowed if it is a false positive
   */
  record Shown(List<Passage> passages, List<TestBench.Line> findings, String phrase) {
    Shown {
      passages = List.copyOf(passages);
      findings = List.copyOf(findings);
    }
  }

  Shown of(Task task, Content content) {
    String text = content.text();
    Direction direction = task.part() == Part.OUTPUT ? Direction.OUTPUT : Direction.INPUT;
    TestBench.Answer answer = bench.explain(text, direction, task.features());
    String phrase = answer.findings().isEmpty() ? "" : phrase(text, answer.findings().getFirst());
    return new Shown(answer.passages(), answer.findings(), phrase);
  }

  /** What was found in a file, and how near it comes to what hit. */
  Sight of(Task task, File file, Content content) {
    Name step = task.part() == Part.OUTPUT ? Name.OUTPUT_REVIEW : Name.INPUT_REVIEW;
    List<FindingRecord> findings =
        exchanges.find(task.exchange()).map(it -> it.findings(file, step)).orElse(List.of());
    List<String> ids = findings.stream().map(FindingRecord::feature).distinct().toList();
    Direction direction = task.part() == Part.OUTPUT ? Direction.OUTPUT : Direction.INPUT;
    Context context = new Context(direction, task.capability(), task.tenant());
    List<Likeness> alike =
        file.picture()
            ? likenesses.ofPicture(content.bytes(), context, ids)
            : likenesses.ofSound(content.bytes(), context, ids);
    Regions regions = Regions.of(findings);
    return new Sight(
        file,
        regions,
        findings.stream()
            .map(it -> findings.stream().filter(it::sameButPlace).toList())
            .distinct()
            .map(same -> reason(same, regions, alike))
            .toList());
  }

  private Sight.Reason reason(List<FindingRecord> same, Regions regions, List<Likeness> alike) {
    FindingRecord finding = same.getFirst();
    return new Sight.Reason(
        finding,
        regions.named(same),
        register.find(finding.feature()).orElse(null),
        alike.stream()
            .filter(it -> it.feature().equals(finding.feature()))
            .findFirst()
            .orElse(null));
  }

  /** The hit and whole words or a few characters around it, within its line. */
  static String phrase(String text, TestBench.Line hit) {
    int start = (int) hit.start();
    int end = (int) hit.end();
    int from = start;
    int to = end;
    while (from > 0 && start - from < AROUND && !ends(text.charAt(from - 1))) {
      from--;
    }
    while (to < text.length() && to - end < AROUND && !ends(text.charAt(to))) {
      to++;
    }
    while (from > 0 && latin(text.charAt(from)) && latin(text.charAt(from - 1))) {
      from--;
    }
    while (to < text.length() && latin(text.charAt(to - 1)) && latin(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to).strip();
  }

  private static boolean ends(char c) {
    return c == '\n' || c == '\r' || ".!?;,\u3002\uFF01\uFF1F\uFF1B\uFF0C".indexOf(c) >= 0;
  }

  private static boolean latin(char c) {
    return c < 0x250 && Character.isLetterOrDigit(c);
  }
}
