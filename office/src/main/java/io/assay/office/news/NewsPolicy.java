package io.assay.office.news;

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

  public static NewsPolicy standard() {
    return new NewsPolicy(40, 70, 150);
  }
}
