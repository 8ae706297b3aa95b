package io.assay.office.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.pool.TestBench;
import io.assay.review.Category;
import io.assay.review.Effect;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhyTest {

  private static String phrase(String text, String hit) {
    int start = text.indexOf(hit);
    int end = start + hit.length();
    TestBench.Line line =
        new TestBench.Line(
            "f", 1, Category.of("I.11"), Effect.HOLD, start, end, hit, List.of(), "");
    return Why.phrase(text, line);
  }

  @Test
  void takesWholeWordsAroundTheHit_withinItsSentence() {
    assertThat(phrase("Write java code. Then rest.", "av")).isEqualTo("Write java code");
    assertThat(phrase("av", "av")).isEqualTo("av");
    assertThat(phrase("one\ntwo av three\nfour", "av")).isEqualTo("two av three");
  }
}
