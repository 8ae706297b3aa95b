package io.assay.office.news;

import java.time.Instant;
import java.time.LocalDate;

/** An edition of the list of source units, in force until the next one is. */
public record ListEdition(
    String id,
    String name,
    LocalDate inForceFrom,
    long units,
    String importedBy,
    Instant importedAt) {}
