package io.assay.office.key;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An API key as the register knows it; the secret itself is not kept.
 *
 * @param hint the first characters of the secret, enough to tell keys apart
 */
public record Key(
    String id,
    String subject,
    String name,
    String hint,
    Instant createdAt,
    String createdBy,
    @Nullable Instant revokedAt) {

  public boolean inForce() {
    return revokedAt == null;
  }
}
