package io.assay.office.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.pool.VersionStore.Membership;
import io.assay.review.Category;
import io.assay.review.Characteristic.PerceptualHash;
import io.assay.review.Characteristic.PerceptualHash.Medium;
import io.assay.review.Feature;
import io.assay.review.Mode;
import io.assay.review.Rule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VersionsSayTest {
  private static final long NOW = Long.MAX_VALUE;
  private static final Feature BLOCKS =
      Feature.of(
          "a", new PerceptualHash(Medium.IMAGE, "0".repeat(64), 31), Rule.of(Category.of("A.1.6")));

  private static List<VersionsSay> say(long newest, Membership... held) {
    return VersionsSay.of(Map.of("a", BLOCKS), List.of(held), newest);
  }

  @Test
  void versionsThatSayTheSameStandTogether_theLatestFirst() {
    assertThat(
            say(
                9,
                new Membership("a", Mode.SHADOW, 3, 5),
                new Membership("a", Mode.LIVE, 5, 7),
                new Membership("a", Mode.LIVE, 7, 8)))
        .containsExactly(
            new VersionsSay(8, 9, "PASS", List.of()),
            new VersionsSay(5, 7, "BLOCK", List.of("a")),
            new VersionsSay(3, 4, "PASS", List.of("a")),
            new VersionsSay(1, 2, "PASS", List.of()));
  }

  @Test
  void whatIsStillHeldReachesToTheVersionInForce() {
    assertThat(say(4, new Membership("a", Mode.LIVE, 4, NOW)))
        .containsExactly(
            new VersionsSay(4, 4, "BLOCK", List.of("a")), new VersionsSay(1, 3, "PASS", List.of()));
    assertThat(say(4)).containsExactly(new VersionsSay(1, 4, "PASS", List.of()));
    assertThat(say(0)).isEmpty();
  }
}
