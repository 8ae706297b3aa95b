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
 * @param inTime results that were given within the limit promised on the day of receipt
 * @param ended results that were due, given in time, late or still owed
 */
public record Kept(Door door, long received, long inTime, long ended, List<Breach> breaches) {
  public Kept {
    breaches = List.copyOf(breaches);
  }

  /** A promise that was broken, without anything about the person. */
  public record Breach(
      Door door, Limit limit, Basis basis, Instant due, @Nullable Instant endedAt) {}

  /** The share in per cent with one decimal; empty while nothing was due. */
  public String percent() {
    return ended == 0 ? "" : String.format(Locale.ROOT, "%.1f", 100.0 * inTime / ended);
  }
}
