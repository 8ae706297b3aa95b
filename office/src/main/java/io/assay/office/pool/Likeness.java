package io.assay.office.pool;

import io.assay.review.image.Dihedral;

/** How near a picture or a sound comes to a feature of the pool. */
public sealed interface Likeness {
  String feature();

  /**
   * A picture whose hash is near.
   *
   * @param distance in how many of 256 bits the hashes differ
   * @param radius the most bits that the feature allows
   * @param turn how the picture was turned or mirrored to come that near
   */
  record OfPicture(String feature, int distance, int radius, Dihedral turn) implements Likeness {}

  /**
   * A sound in which the feature is heard.
   *
   * @param share per cent of the bits that differ over the passage
   * @param tolerance the most per cent that the feature allows
   */
  record OfSound(String feature, long fromMillis, long toMillis, double share, double tolerance)
      implements Likeness {

    /** Where the passage begins, as a player's clock shows it. */
    public String from() {
      return clock(fromMillis);
    }

    public String to() {
      return clock(toMillis);
    }

    private static String clock(long millis) {
      long tenths = millis / 100;
      return "%d:%02d.%d".formatted(tenths / 600, tenths / 10 % 60, tenths % 10);
    }
  }
}
