package io.assay.office.task;

import io.assay.office.content.Content;
import io.assay.office.content.View.Part;
import io.assay.office.pool.Passage;
import io.assay.office.pool.TestBench;
import io.assay.review.Direction;
import java.util.List;
import org.springframework.stereotype.Component;

/** Why a task's content was flagged: the very places, found again by the features that hit. */
@Component
class Why {
  private static final int AROUND = 6;

  private final TestBench bench;

  Why(TestBench bench) {
    this.bench = bench;
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
