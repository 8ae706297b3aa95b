package io.assay.office.subject;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An end user of a tenant.
 *
 * @param reference the tenant's own name for this end user
 * @param reason why the subject is suspended or closed; empty otherwise
 * @param suspendedUntil when the suspension ends; null when it does not end by itself
 * @param verificationToken the unguessable part of the address at which the subject verifies
 */
public record Subject(
    String id,
    String tenant,
    String reference,
    SubjectState state,
    String reason,
    @Nullable Instant suspendedUntil,
    String verificationToken,
    Instant createdAt) {

  /** What the verification token is appended to. */
  public static final String VERIFICATION_PATH = "/verify-identity/";

  /** The path of the page at which this subject verifies its real identity. */
  public String verificationPath() {
    return VERIFICATION_PATH + verificationToken;
  }
}
