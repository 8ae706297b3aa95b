package io.assay.office.policy;

import io.assay.office.deadline.Basis;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a number is, and who made it so.
 *
 * @param basis always policy, never law
 * @param proposedBy an actor; empty while it is as shipped
 * @param approvedBy the second person
 * @param since when it was changed; null while it is as shipped
 */
public record Setting(
    PolicyNumber number,
    long value,
    Basis basis,
    String proposedBy,
    String approvedBy,
    String reason,
    @Nullable Instant since) {

  static Setting shipped(PolicyNumber number) {
    return new Setting(number, number.shipped(), Basis.POLICY, "", "", "", null);
  }

  public boolean changed() {
    return since != null;
  }
}
