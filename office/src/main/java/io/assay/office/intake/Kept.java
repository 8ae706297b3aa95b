package io.assay.office.intake;

import io.assay.office.deadline.Basis;
import io.assay.office.deadline.Limit;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a door kept its promises.
 *
 * @param received cases that came in
 * @param confirmed of the confirmations that were due, those in time
 * @param decided of the results that were due, those in time
 * @param content of the complainants who said how content they are, those who are
 */
public record Kept(
    Door door,
    long received,
    Share confirmed,
    Share decided,
    Share content,
    List<Breach> breaches) {
  public Kept {
    breaches = List.copyOf(breaches);
  }

  /** Some out of all. */
  public record Share(long some, long all) {
    public boolean known() {
      return all > 0;
    }

    /** The share in per cent with one decimal; empty while there is nothing to count. */
    public String percent() {
      return all == 0 ? "" : String.format(Locale.ROOT, "%.1f", 100.0 * some / all);
    }
  }

  /** A promise that was broken, without anything about the person. */
  public record Breach(
      Door door, String rule, Limit limit, Basis basis, Instant due, @Nullable Instant endedAt) {}
}
