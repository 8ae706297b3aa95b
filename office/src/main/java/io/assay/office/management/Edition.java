package io.assay.office.management;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One edition of a management system's document.
 *
 * @param author the actor who drafted it, who never is its approver
 */
public record Edition(
    String id,
    ManagementSystem system,
    int version,
    Charter charter,
    String sha256,
    String author,
    Instant createdAt,
    @Nullable String approver,
    @Nullable Instant approvedAt) {

  public boolean approved() {
    return approver != null;
  }

  /** Whether it is approved and has taken effect. */
  boolean effectiveOn(LocalDate day) {
    return approved() && !charter.effective().isAfter(day);
  }
}
