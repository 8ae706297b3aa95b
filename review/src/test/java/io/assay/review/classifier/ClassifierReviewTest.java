package io.assay.review.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.review.Category;
import io.assay.review.Characteristic.ClassifierThreshold;
import io.assay.review.Context;
import io.assay.review.Direction;
import io.assay.review.Effect;
import io.assay.review.Feature;
import io.assay.review.Finding;
import io.assay.review.Mode;
import io.assay.review.Pool;
import io.assay.review.Reviewed;
import io.assay.review.Rule;
import io.assay.review.Scope;
import io.assay.review.Verdict;
import io.assay.review.classifier.Outcome.Scored;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClassifierReviewTest {

  private static final Rule RULE = Rule.of(Category.of("A.1.6"));
  private static final Classifier SCORER = new Scorer();

  /** Scores a text's share of the letter x. */
  private static final class Scorer implements Classifier {
    @Override
    public String name() {
      return "scorer";
    }

    @Override
    public Outcome classify(String text) {
      double share = (double) text.chars().filter(c -> c == 'x').count() / text.length();
      return new Scored(Map.of("x", share), "v1", false);
    }
  }

  @Test
  void findsAScoreThatReachesTheThreshold_andSaysWhy() {
    Feature feature = feature("f1", "scorer", "x", 0.5, RULE);
    assertThat(findings(feature, "xxxa"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.effect()).isEqualTo(Effect.BLOCK);
              assertThat(finding.why()).contains("scorer", "v1", "0.750", "0.500");
            });
    assertThat(findings(feature, "xxaa")).hasSize(1);
    assertThat(findings(feature, "xaaa")).isEmpty();
  }

  @Test
  void holds_whenTheClassifierIsUnknown_orKnowsNoSuchLabel() {
    assertThat(findings(feature("f1", "missing", "x", 0.5, RULE), "aa"))
        .extracting(Finding::effect)
        .containsExactly(Effect.HOLD);
    assertThat(findings(feature("f1", "scorer", "y", 0.5, RULE), "aa"))
        .extracting(Finding::effect)
        .containsExactly(Effect.HOLD);
  }

  @Test
  void onlyNotes_whenTheFeatureRunsInShadow() {
    Rule shadow = RULE.with(Mode.SHADOW);
    assertThat(findings(feature("f1", "scorer", "x", 0.5, shadow), "xx"))
        .extracting(Finding::effect)
        .containsExactly(Effect.NOTED);
    assertThat(findings(feature("f1", "missing", "x", 0.5, shadow), "xx"))
        .extracting(Finding::effect)
        .containsExactly(Effect.NOTED);
  }

  @Test
  void leavesOutFeaturesOfAnotherDirection() {
    Rule output = RULE.with(Scope.of(Direction.OUTPUT));
    assertThat(findings(feature("f1", "scorer", "x", 0.5, output), "xx")).isEmpty();
  }

  @Test
  void addsToTheVerdictOfTheText() {
    Pool pool = Pool.of("1", List.of(feature("f1", "missing", "x", 0.5, RULE)));
    Verdict text = new Verdict.Pass(new Reviewed("1", pool.contentHash(), 2), List.of());
    Verdict both =
        new ClassifierReview(pool, Set.of(SCORER), InstantSource.system())
            .review(text, "aa", Context.input());
    assertThat(both).isInstanceOf(Verdict.Hold.class);
  }

  private static List<Finding> findings(Feature feature, String text) {
    return new ClassifierReview(
            Pool.of("1", List.of(feature)), Set.of(SCORER), InstantSource.system())
        .findings(text, Context.input());
  }

  private static Feature feature(
      String id, String classifier, String label, double threshold, Rule rule) {
    return Feature.of(id, new ClassifierThreshold(classifier, label, threshold), rule);
  }
}
