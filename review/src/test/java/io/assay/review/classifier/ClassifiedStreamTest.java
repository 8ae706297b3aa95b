package io.assay.review.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.review.Category;
import io.assay.review.Characteristic.ClassifierThreshold;
import io.assay.review.Context;
import io.assay.review.Entry;
import io.assay.review.Feature;
import io.assay.review.Matching;
import io.assay.review.Pool;
import io.assay.review.Reviewer;
import io.assay.review.Rule;
import io.assay.review.StreamReview;
import io.assay.review.Verdict;
import io.assay.review.classifier.Outcome.Failed;
import io.assay.review.classifier.Outcome.Reason;
import io.assay.review.classifier.Outcome.Scored;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassifiedStreamTest {

  private static final String CLEAN = "这是一句平常的话，没有什么特别。".repeat(20);
  private static final Feature THRESHOLD =
      new Feature(
          "t",
          1,
          new ClassifierThreshold("scorer", "bad", 0.5),
          Rule.of(Category.of("A.1.6")),
          Matching.standard(),
          Entry.unrecorded());

  /** Finds the word 坏坏 bad and cannot judge 难难. */
  private static final class Scorer implements Classifier {
    private final List<String> asked = new ArrayList<>();

    @Override
    public String name() {
      return "scorer";
    }

    @Override
    public Outcome classify(String text) {
      asked.add(text);
      return text.contains("难难")
          ? new Failed(Reason.TIMED_OUT, "late")
          : new Scored(Map.of("bad", text.contains("坏坏") ? 1.0 : 0.0), "v1", true);
    }
  }

  private static StreamReview open(Classifier scorer, Feature... features) {
    Pool pool = Pool.of("1", List.of(features));
    return new ClassifierReview(pool, List.of(scorer), InstantSource.system())
        .open(Reviewer.of(pool).open(Context.output()), Context.output());
  }

  private static String released(StreamReview review, String text, int step) {
    StringBuilder released = new StringBuilder();
    for (int from = 0; from < text.length(); from += step) {
      released.append(
          review.append("s", text.substring(from, Math.min(text.length(), from + step))));
    }
    return released.append(review.finish("s")).toString();
  }

  @Test
  void letsCleanTextPass_passageByPassage() {
    StreamReview review = open(new Scorer(), THRESHOLD);
    assertThat(review.append("s", CLEAN.substring(0, 150))).isEmpty();
    assertThat(review.append("s", CLEAN.substring(150))).isNotEmpty();
    review.finish("s");
    assertThat(review.verdict()).isInstanceOf(Verdict.Pass.class);
    assertThat(released(open(new Scorer(), THRESHOLD), CLEAN, 7)).isEqualTo(CLEAN);
  }

  @Test
  void nothingOfTheJudgedPassageLeaves_howeverTheTextIsCut() {
    String text = CLEAN + "坏坏" + CLEAN;
    String whole = released(open(new Scorer(), THRESHOLD), text, text.length());
    assertThat(whole).doesNotContain("坏");
    assertThat(CLEAN).startsWith(whole);
    for (int step : new int[] {1, 3, 64, 333}) {
      StreamReview review = open(new Scorer(), THRESHOLD);
      assertThat(released(review, text, step)).isEqualTo(whole);
      assertThat(review.blocked()).isTrue();
      assertThat(review.verdict()).isInstanceOf(Verdict.Block.class);
    }
  }

  @Test
  void holds_whenTheClassifierGivesNoAnswer() {
    StreamReview review = open(new Scorer(), THRESHOLD);
    assertThat(released(review, "难难", 1)).isEmpty();
    assertThat(review.verdict()).isInstanceOf(Verdict.Hold.class);
  }

  @Test
  void seesWhatCameBefore() {
    Scorer scorer = new Scorer();
    released(open(scorer, THRESHOLD), CLEAN, CLEAN.length());
    assertThat(scorer.asked).hasSizeGreaterThan(1);
    assertThat(CLEAN).contains(scorer.asked.get(1));
    assertThat(scorer.asked.get(1)).startsWith(scorer.asked.get(0));
  }

  @Test
  void isNotInTheWay_withoutAThreshold() {
    StreamReview review = open(new Scorer());
    assertThat(review.append("s", "你好")).isEqualTo("你好");
  }
}
