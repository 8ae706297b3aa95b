package io.assay.office.management;

import java.time.Instant;
import java.time.LocalDate;

/** That a management system was tried out, and what was learnt. */
public record Drill(
    String id,
    ManagementSystem system,
    LocalDate heldOn,
    String findings,
    String recordedBy,
    Instant recordedAt) {}
