package io.assay.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PoolTest {

  private static final Category GAMBLING = Category.of("I.9");

  private final Feature first = Feature.keyword("k-1", "赌博", GAMBLING);
  private final Feature second = Feature.keyword("k-2", "casino", GAMBLING);

  @Test
  void hashesTheSameContentAlike_whateverTheOrderAndName() {
    assertThat(Pool.of("a", List.of(first, second)).contentHash())
        .isEqualTo(Pool.of("b", List.of(second, first)).contentHash())
        .isNotEqualTo(Pool.of("a", List.of(first)).contentHash());
  }

  @Test
  void keepsTheEarlierPool_whenChanged() {
    Pool before = Pool.of("1", List.of(first));
    Pool after = before.with("2", List.of(second), Set.of("k-1"));

    assertThat(before.features()).containsExactly(first);
    assertThat(after.features()).containsExactly(second);
    assertThat(after.feature("k-2")).contains(second);
    assertThat(after.contentHash()).isEqualTo(Pool.of("3", List.of(second)).contentHash());
  }

  @Test
  void tellsHowItDiffers() {
    Feature changed = first.with(Matching.standard().except("打赌博士"));
    Pool before = Pool.of("1", List.of(first, second));
    Pool after = before.with("2", List.of(changed), Set.of());

    assertThat(after.since(before)).isEqualTo(new PoolChange(List.of(changed), List.of(first)));
  }

  @Test
  void rejectsTwoFeaturesOfOneId() {
    assertThatThrownBy(() -> Pool.of("1", List.of(first, first)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shipsEveryListedCategory() {
    assertThat(Category.all()).filteredOn(c -> c.list() == Category.Taxonomy.RISK).hasSize(31);
    assertThat(Category.all()).filteredOn(c -> c.list() == Category.Taxonomy.ILLEGAL).hasSize(11);
    assertThat(Category.all()).filteredOn(c -> c.list() == Category.Taxonomy.NEGATIVE).hasSize(9);
  }
}
