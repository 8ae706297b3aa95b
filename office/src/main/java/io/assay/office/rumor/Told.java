package io.assay.office.rumor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on record who made or received it, and the receipts of having told them.
 *
 * @param subject the subject who made it, or the case of the complainant who pointed it out
 * @param made whether it was made for them; otherwise they received it
 * @param toldAt when the refutation was put on its way
 * @param deliveredAt when a webhook of the tenant or of the operator, or the mail server, first
 *     took it
 * @param seenAt when they opened it on their own page
 */
public record Told(
    String subject,
    boolean made,
    @Nullable Instant toldAt,
    @Nullable Instant deliveredAt,
    @Nullable Instant seenAt) {

  /** Whether it is proved to have reached somebody. */
  public boolean reached() {
    return deliveredAt != null || seenAt != null;
  }
}
