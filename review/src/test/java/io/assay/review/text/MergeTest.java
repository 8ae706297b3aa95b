package io.assay.review.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.review.Category;
import io.assay.review.Characteristic.Keyword;
import io.assay.review.Context;
import io.assay.review.Feature;
import io.assay.review.Pool;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
    } while (reviewer.engine().young().size() > 0);

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

  @Test
  void keepsChangesInAMiddleSegment_whileTheBaseIsMuchLarger() throws InterruptedException {
    Pool pool = Pool.of("1", features("旧", 10_000));
    TextReviewer reviewer = new TextReviewer(pool, InstantSource.system());
    Segment base = reviewer.engine().base();
    for (int i = 0; i < 3; i++) {
      pool = pool.with("2." + i, features("新" + i, 300), Set.of("旧" + i));
      reviewer.install(pool);
    }
    while (reviewer.engine().middle().size() == 0) {
      Thread.sleep(1);
    }

    assertThat(reviewer.engine().base()).isSameAs(base);
    assertThat(finds(reviewer, "新0词299语")).isTrue();
    assertThat(finds(reviewer, "新2词7语")).isTrue();
    assertThat(finds(reviewer, "旧词1语")).isFalse();
    assertThat(finds(reviewer, "旧词3语")).isTrue();
  }

  @Test
  void findsAFeatureOnce_whenSeveralSegmentsHoldIt() {
    Feature first = Feature.keyword("k", "同一词语", Category.of("I.11"));
    Pool pool = Pool.of("1", List.of(first));
    Pool without = pool.with("2", List.of(), Set.of("k"));
    Pool again = without.with("3", List.of(first), Set.of());
    Engine engine = Engine.of(pool).with(without).merged().with(again);
    String text = "同一词语，".repeat(200);

    assertThat(TextReview.of(text, engine, Context.input(), Instant.EPOCH))
        .isEqualTo(TextReview.of(text, Engine.of(again), Context.input(), Instant.EPOCH));
  }

  @Test
  void givesTheSameVerdict_howeverThePoolCameAbout() {
    List<Feature> features = features("词", 40);
    Random random = new Random(7);
    Pool pool = Pool.of("0", features.subList(0, 20));
    Engine engine = Engine.of(pool);
    StringBuilder text = new StringBuilder();
    features.forEach(feature -> text.append(((Keyword) feature.characteristic()).text()));
    for (int i = 1; i < 60; i++) {
      Feature put = features.get(random.nextInt(40));
      pool = pool.with("v" + i, List.of(put), Set.of("词" + random.nextInt(40)));
      engine = engine.with(pool);
      engine = random.nextInt(5) == 0 ? engine.merged() : engine;

      assertThat(TextReview.of(text.toString(), engine, Context.input(), Instant.EPOCH))
          .isEqualTo(
              TextReview.of(text.toString(), Engine.of(pool), Context.input(), Instant.EPOCH));
    }
  }
}
