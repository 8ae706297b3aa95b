package io.assay.review.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.review.Category;
import io.assay.review.Characteristic.Expression;
import io.assay.review.Characteristic.Keyword;
import io.assay.review.Effect;
import io.assay.review.Feature;
import io.assay.review.Pool;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StarterPoolTest {

  private static final Pool POOL = StarterPool.load();

  @Test
  void holdsThousandsOfEntries_eachWithItsSource() {
    assertThat(POOL.size()).isGreaterThanOrEqualTo(3000);
    assertThat(POOL.features()).allMatch(feature -> !feature.entry().evidence().isBlank());
  }

  @Test
  void hasEntriesForEveryCategory() {
    List<Category> covered =
        POOL.features().map(feature -> feature.rule().category()).distinct().toList();
    assertThat(covered).containsExactlyInAnyOrderElementsOf(Category.all());
  }

  @Test
  void claimsNoApproval() {
    assertThat(POOL.features()).allMatch(feature -> feature.entry().approver().isEmpty());
  }

  @Test
  void blocksBothMarkers_asOtherProhibitedContent() {
    for (String marker : List.of(StarterPool.CHINESE_MARKER, StarterPool.ENGLISH_MARKER)) {
      Feature feature =
          POOL.features()
              .filter(f -> f.characteristic().equals(new Keyword(marker)))
              .findFirst()
              .orElseThrow();
      assertThat(feature.rule().category()).isEqualTo(Category.of("A.1.8"));
      assertThat(feature.rule().disposition().effect()).isEqualTo(Effect.BLOCK);
    }
  }

  @Test
  void repeatsNoKeyword() {
    assertThat(POOL.features().map(Feature::characteristic)).doesNotHaveDuplicates();
  }

  @Test
  void expressionsCompile() {
    assertThat(POOL.features().map(Feature::characteristic))
        .filteredOn(Expression.class::isInstance)
        .hasSizeGreaterThan(20)
        .allSatisfy(
            expression ->
                assertThat(Pattern.compile(((Expression) expression).pattern())).isNotNull());
  }

  @Test
  void keywordsAreLongEnoughToMeanSomething() {
    assertThat(POOL.features().map(Feature::characteristic))
        .filteredOn(Keyword.class::isInstance)
        .allMatch(keyword -> ((Keyword) keyword).text().length() >= 2);
  }
}
