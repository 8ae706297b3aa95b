package io.assay.office.news;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One draft that was looked at as news.
 *
 * @param publication what was entered; null when nothing was
 * @param declared whether its author called it news
 * @param score points for its form
 * @param edition the edition in force that lists the unit; null when none does
 * @param divergence thousandths; null without an original
 * @param ruling {@code GO}, {@code HOLD} or {@code REFUSE}
 * @param decision {@code NO_NEWS} or {@code REFUSED}, by a person; null until then
 */
public record Examination(
    String id,
    String exchange,
    @Nullable String publication,
    String subject,
    String title,
    Instant at,
    boolean declared,
    int score,
    List<String> reasons,
    @Nullable String unit,
    @Nullable String edition,
    @Nullable LocalDate originalOn,
    @Nullable String original,
    @Nullable String reprint,
    @Nullable Integer divergence,
    String ruling,
    String code,
    @Nullable String decision,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    String note) {
  public Examination {
    reasons = List.copyOf(reasons);
  }

  /** Whether a person has to decide. */
  public boolean waits() {
    return ruling.equals("HOLD") && decision == null;
  }

  /** The diff of the reprint against its original; empty without one. */
  public List<Difference.Run> difference() {
    return original == null || reprint == null
        ? List.of()
        : Difference.between(original, reprint).runs();
  }

  public String percent() {
    return divergence == null ? "–" : divergence / 10 + "." + divergence % 10 + " %";
  }
}
