package io.assay.gateway.access;

import static java.util.Objects.requireNonNull;

/** An API key that is in force: it speaks for one tenant and one end user (subject). */
public record ApiKey(String id, String tenant, String subject) {
  public ApiKey {
    requireNonNull(id, "id");
    requireNonNull(tenant, "tenant");
    requireNonNull(subject, "subject");
  }
}
