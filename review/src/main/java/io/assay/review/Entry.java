package io.assay.review;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Why and by whom a feature was taken into the pool.
 *
 * <p>Source: Provisions on the Administration of Deep Synthesis, Article 10 paragraph 2 (entry
 * standards, rules and procedures of the feature pool).
 *
 * @param standard the entry standard that the feature meets
 * @param evidence what shows that it does
 * @param expires the moment from which the feature no longer applies
 */
public record Entry(
    String standard, String evidence, String editor, String approver, Optional<Instant> expires) {

  private static final Entry UNRECORDED = new Entry("", "", "", "", Optional.empty());

  public Entry {
    Objects.requireNonNull(standard, "standard");
    Objects.requireNonNull(evidence, "evidence");
    Objects.requireNonNull(editor, "editor");
    Objects.requireNonNull(approver, "approver");
    Objects.requireNonNull(expires, "expires");
  }

  /** An entry for trials, outside any procedure. */
  public static Entry unrecorded() {
    return UNRECORDED;
  }

  public boolean expiredAt(Instant now) {
    return expires.isPresent() && !now.isBefore(expires.get());
  }
}
