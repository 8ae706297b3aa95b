package io.assay.office.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to verify a real identity, kept whatever came of it.
 *
 * @param referenceHmac the number as a keyed hash of the tenant, by which duplicates are found
 * @param deploymentHmac the number as a keyed hash of the deployment, by which whoever is barred is
 *     known in every tenant
 * @param masked as much of the number as may be shown
 * @param expiresAt until when it holds; null when it does not end
 */
public record IdentityVerification(
    String id,
    String subject,
    String tenant,
    Method method,
    String provider,
    Result result,
    String referenceHmac,
    String deploymentHmac,
    String masked,
    Instant at,
    @Nullable Instant expiresAt) {

  /** What came of it. */
  public enum Result {
    PENDING,
    CONFIRMED,
    MISMATCH,
    UNAVAILABLE,
    /**
     * The number belongs to a subject of the same tenant that is suspended, or to one of any tenant
     * that is barred (Art. 10).
     */
    BANNED
  }
}
