package io.assay.office.calendar;

import java.time.LocalDate;

/**
 * The day on which a number of working days is full.
 *
 * @param provisional whether days of a year without a published notice were counted
 * @param version the versions of the years that were counted with
 */
public record Due(LocalDate day, boolean provisional, String version) {}
