package io.assay.review.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.review.Category;
import io.assay.review.Context;
import io.assay.review.Disposition;
import io.assay.review.Effect;
import io.assay.review.Feature;
import io.assay.review.Pool;
import io.assay.review.Reviewer;
import io.assay.review.pool.ReplayReport.Turn;
import io.assay.review.pool.Sample.Truth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReplayTest {

  private static final Category OTHER = Category.of("A.1.8");
  private static final Feature KEPT = Feature.keyword("kept", "假公章制作", OTHER);
  private static final Feature GONE = Feature.keyword("gone", "刷单返佣金", OTHER);
  private static final Feature FRESH = Feature.keyword("fresh", "苹果", OTHER);
  private static final Pool BEFORE = Pool.of("1", List.of(KEPT, GONE));

  @Test
  void tellsWhatAChangeGainsLosesAndBlocksWrongly() {
    Pool after = BEFORE.with("2", List.of(FRESH), Set.of("gone"));
    ReplayReport report = replay(after, 10);

    assertThat(report.samples()).isEqualTo(5);
    assertThat(report.gained().count()).isEqualTo(2);
    assertThat(report.gained().byFeature()).containsEntry("fresh", 2L);
    assertThat(report.lost().byFeature()).containsEntry("gone", 1L);
    assertThat(report.overBlockBefore()).isEqualTo(new Rate(0, 2));
    assertThat(report.overBlockAfter()).isEqualTo(new Rate(1, 2));
    assertThat(report.caughtBefore()).isEqualTo(new Rate(2, 2));
    assertThat(report.caughtAfter()).isEqualTo(new Rate(1, 2));
    assertThat(report.verdicts())
        .containsEntry(new Turn(Effect.NOTED, Effect.BLOCK), 2L)
        .containsEntry(new Turn(Effect.BLOCK, Effect.NOTED), 1L);
    assertThat(report.benign().examples())
        .containsExactly(
            new ReplayHit("good-1", Truth.BENIGN, "fresh", Effect.BLOCK, "早上买了两斤", "苹果", "和一把香蕉"));
  }

  @Test
  void countsAChangedEffect_asLostAndGained() {
    Feature held = GONE.with(GONE.rule().with(Disposition.REVIEW));
    ReplayReport report = replay(BEFORE.with("2", List.of(held), Set.of()), 10);
    assertThat(report.gained().byFeature()).containsEntry("gone", 1L);
    assertThat(report.lost().byFeature()).containsEntry("gone", 1L);
    assertThat(report.caughtAfter()).isEqualTo(new Rate(2, 2));
  }

  @Test
  void countsAllHits_butKeepsOnlySoManyExamples() {
    ReplayReport report = replay(BEFORE.with("2", List.of(FRESH), Set.of()), 1);
    assertThat(report.gained().count()).isEqualTo(2);
    assertThat(report.gained().examples()).hasSize(1);
  }

  @Test
  void knowsNoRate_withoutSamples() {
    ReplayReport report = new Replay(BEFORE, BEFORE, Reviewer::of).over(Stream.empty(), 10);
    assertThat(report.overBlockAfter().known()).isFalse();
  }

  private static ReplayReport replay(Pool after, int examples) {
    return new Replay(BEFORE, after, Reviewer::of)
        .over(
            Stream.of(
                sample("good-1", "早上买了两斤苹果和一把香蕉", Truth.BENIGN),
                sample("good-2", "天气不错", Truth.BENIGN),
                sample("bad-1", "急招刷单返佣金", Truth.HARMFUL),
                sample("bad-2", "假公章制作", Truth.HARMFUL),
                sample("new-1", "苹果", Truth.UNKNOWN)),
            examples);
  }

  private static Sample sample(String id, String text, Truth truth) {
    return new Sample(id, text, Context.input(), truth);
  }
}
