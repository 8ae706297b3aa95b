package io.assay.office.document;

import java.time.Instant;

/**
 * That an end user accepted a version.
 *
 * @param name kind and version, as {@code service-agreement/3}
 * @param language in which it was shown
 * @param sha256 of the words that were shown
 * @param recordedBy the actor: the subject itself, or who attested it for a tenant
 */
public record Acceptance(
    String subject,
    String document,
    String name,
    Instant at,
    Via via,
    String language,
    String sha256,
    String recordedBy) {

  /** Where it was accepted. */
  public enum Via {
    /** On the page of this office. */
    HOSTED,
    /** In the tenant's own application, which attests it. */
    TENANT
  }
}
