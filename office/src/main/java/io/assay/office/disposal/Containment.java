package io.assay.office.disposal;

import java.time.Instant;

/** What containing did at one outlet. */
public record Containment(String outlet, int stopped, Instant at) {}
