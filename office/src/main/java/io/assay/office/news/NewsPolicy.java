package io.assay.office.news;

import io.assay.office.policy.Policies;

/**
 * When a text counts as news, and how far a reprint may differ. All are policy, none is law.
 *
 * @param suspected points from which a person looks at it
 * @param certain points from which it is refused without a source and a permit
 * @param divergence thousandths by which a reprint may differ from its original
 */
public record NewsPolicy(int suspected, int certain, int divergence) {
  public NewsPolicy {
    if (suspected < 1 || certain < suspected || divergence < 0 || divergence > 1000) {
      throw new IllegalArgumentException(
          "news: needs 1 <= suspected <= certain and 0 <= divergence <= 1000");
    }
  }

  /** As it is now; nothing is certain before it is suspected. */
  static NewsPolicy of(Policies policies) {
    int suspected = policies.count(NewsNumbers.SUSPECTED);
    return new NewsPolicy(
        suspected,
        Math.max(suspected, policies.count(NewsNumbers.CERTAIN)),
        policies.count(NewsNumbers.DIVERGENCE));
  }
}
