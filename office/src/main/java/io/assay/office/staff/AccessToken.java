package io.assay.office.staff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member's key to the programming interface; it can do what the member can, as long as it may.
 */
record AccessToken(
    String id,
    String member,
    String name,
    String hint,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant revokedAt) {

  public boolean inForce(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt);
  }
}
