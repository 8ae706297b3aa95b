package io.assay.review.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.review.Category;
import io.assay.review.Characteristic.PerceptualHash;
import io.assay.review.Characteristic.PerceptualHash.Medium;
import io.assay.review.Context;
import io.assay.review.Direction;
import io.assay.review.Effect;
import io.assay.review.Feature;
import io.assay.review.Finding;
import io.assay.review.Mode;
import io.assay.review.Pool;
import io.assay.review.Rule;
import io.assay.review.Scope;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PictureReviewTest {

  private static final Rule RULE = Rule.of(Category.of("A.1.6"));
  private static final Luma KNOWN = Pictures.of(21, 640, 480);
  private static final Luma OTHER = Pictures.of(22, 640, 480);

  @Test
  void findsAKnownPicture_turnedMirroredAndResized() {
    PictureReview review = review(feature("f1", KNOWN, 31, RULE));
    assertThat(findings(review, KNOWN))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.effect()).isEqualTo(Effect.BLOCK);
              assertThat(finding.why()).contains("in 0 bits");
            });
    assertThat(findings(review, Pictures.turned(Pictures.mirrored(KNOWN)))).hasSize(1);
    assertThat(findings(review, Pictures.of(21, 300, 225))).hasSize(1);
    assertThat(findings(review, OTHER)).isEmpty();
  }

  @Test
  void keepsToTheToleranceOfEachFeature() {
    Luma near = Pictures.of(21, 300, 225);
    int distance = Pdq.of(KNOWN).hash().distance(Pdq.of(near).hash());
    PictureReview review =
        review(
            feature("narrow", KNOWN, distance - 1, RULE), feature("wide", KNOWN, distance, RULE));
    assertThat(distance).isPositive();
    assertThat(findings(review, near))
        .extracting(finding -> finding.feature().id())
        .containsExactly("wide");
  }

  @Test
  void doesNotComparePicturesWithoutDetail() {
    Luma blank = new Luma(200, 200, new float[40_000]);
    assertThat(findings(review(feature("f1", blank, 31, RULE)), blank)).isEmpty();
  }

  @Test
  void notesInShadow_andKeepsToTheScope() {
    assertThat(findings(review(feature("f1", KNOWN, 31, RULE.with(Mode.SHADOW))), KNOWN))
        .extracting(Finding::effect)
        .containsExactly(Effect.NOTED);
    Rule input = RULE.with(Scope.of(Direction.INPUT));
    assertThat(findings(review(feature("f1", KNOWN, 31, input)), KNOWN)).isEmpty();
  }

  @Test
  void followsThePool() {
    Pool first = Pool.of("1", List.of(feature("f1", KNOWN, 31, RULE)));
    PictureReview review = new PictureReview(first, InstantSource.system());
    Pool second = first.with("2", List.of(feature("f2", OTHER, 31, RULE)), Set.of("f1"));

    review.install(second);
    assertThat(findings(review, KNOWN)).isEmpty();
    assertThat(findings(review, OTHER)).hasSize(1);

    review.install(first);
    assertThat(findings(review, KNOWN)).hasSize(1);
    assertThat(findings(review, OTHER)).isEmpty();
  }

  @Test
  void rejectsATolerance_forWhichTheSearchIsNotExact() {
    assertThatThrownBy(() -> review(feature("f1", KNOWN, 32, RULE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32 bits");
  }

  private static PictureReview review(Feature... features) {
    return new PictureReview(Pool.of("1", List.of(features)), InstantSource.system());
  }

  private static Feature feature(String id, Luma picture, double tolerance, Rule rule) {
    String hash = Pdq.of(picture).hash().toString();
    return Feature.of(id, new PerceptualHash(Medium.IMAGE, hash, tolerance), rule);
  }

  private static List<Finding> findings(PictureReview review, Luma picture) {
    return review.findings(picture, Context.output());
  }
}
