package io.assay.review.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.review.Category;
import io.assay.review.Context;
import io.assay.review.Feature;
import io.assay.review.Pool;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MergeTest {

  private static List<Feature> features(String prefix, int count) {
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      features.add(Feature.keyword(prefix + i, prefix + "词" + i + "语", Category.of("I.11")));
    }
    return features;
  }

  private static boolean finds(TextReviewer reviewer, String text) {
    return !reviewer.review(text, Context.input()).findings().isEmpty();
  }

  @Test
  void mergesAGrownDeltaWhileReviewsGoOn() throws InterruptedException {
    Pool first = Pool.of("1", features("旧", 50));
    TextReviewer reviewer = new TextReviewer(first, InstantSource.system());
    Pool grown = first.with("2", features("新", 1_500), Set.of("旧7"));

    reviewer.install(grown);
    do {
      assertThat(finds(reviewer, "新词1499语")).isTrue();
      assertThat(finds(reviewer, "旧词8语")).isTrue();
      assertThat(finds(reviewer, "旧词7语")).isFalse();
      Thread.sleep(1);
    } while (reviewer.engine().delta().size() > 0);

    assertThat(reviewer.engine().base().size()).isEqualTo(grown.size());
    assertThat(finds(reviewer, "新词1499语")).isTrue();
    assertThat(finds(reviewer, "旧词7语")).isFalse();
  }

  @Test
  void keepsWhatWasInstalledDuringAMerge() throws InterruptedException {
    TextReviewer reviewer = new TextReviewer(Pool.empty(), InstantSource.system());
    Pool grown = Pool.empty().with("1", features("新", 1_500), Set.of());
    reviewer.install(grown);
    Pool later = grown.with("2", features("后", 3), Set.of("新3"));
    reviewer.install(later);

    while (reviewer.engine().base().size() < 1_500) {
      Thread.sleep(1);
    }
    assertThat(reviewer.pool()).isEqualTo(later);
    assertThat(finds(reviewer, "后词2语")).isTrue();
    assertThat(finds(reviewer, "新词3语")).isFalse();
    assertThat(finds(reviewer, "新词4语")).isTrue();
  }
}
