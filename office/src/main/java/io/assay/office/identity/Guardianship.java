package io.assay.office.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A guardian's consent that a minor uses the service (Personal Information Protection Law, Art.
 * 31).
 *
 * @param verification the minor's verification that rests on it
 * @param guardianMasked as much of the guardian's number as may be shown
 * @param consentSha256 SHA-256 of the text to which the guardian agreed, in lower-case hex
 * @param token the unguessable part of the address at which the guardian can withdraw
 */
public record Guardianship(
    String id,
    String subject,
    String verification,
    String guardianMasked,
    Relation relation,
    String consentSha256,
    String token,
    Instant givenAt,
    @Nullable Instant withdrawnAt) {

  /** What the guardian is to the minor. */
  public enum Relation {
    PARENT,
    GUARDIAN
  }

  public boolean inForce() {
    return withdrawnAt == null;
  }
}
