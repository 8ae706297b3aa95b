package io.assay.office.tenant;

import java.time.Instant;

/** A customer whose application calls the gateway. */
public record Tenant(String id, String name, Instant createdAt) {}
