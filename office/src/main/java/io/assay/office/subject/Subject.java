package io.assay.office.subject;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An end user of a tenant.
 *
 * @param reference the tenant's own name for this end user
 * @param reason why the subject is suspended or closed; empty otherwise
 * @param suspendedUntil when the suspension ends; null when it does not end by itself
 * @param verificationToken the unguessable part of the addresses of the subject's own pages
 * @param barred whether whoever this is may not come back under any other name (Art. 10)
 */
public record Subject(
    String id,
    String tenant,
    String reference,
    SubjectState state,
    String reason,
    @Nullable Instant suspendedUntil,
    String verificationToken,
    boolean barred,
    Instant createdAt) {

  /** What the verification token is appended to. */
  public static final String VERIFICATION_PATH = "/verify-identity/";

  /** What the token is appended to for the subject's own page. */
  public static final String OWN_PATH = "/my/";

  /** The path of the page on which the subject sees and settles what concerns it. */
  public String ownPath() {
    return OWN_PATH + verificationToken;
  }

  /** This subject as the actor of an act. */
  public String actor() {
    return "subject:" + id;
  }

  /** The path of the page at which this subject verifies its real identity. */
  public String verificationPath() {
    return VERIFICATION_PATH + verificationToken;
  }
}
