package io.assay.office.disposal;

import java.time.Instant;

/**
 * What was let out again at one outlet.
 *
 * @param exchange where the content was made
 * @param source the case in which it was found to have been stopped wrongly
 */
public record Restoration(
    String exchange, String outlet, int restored, String source, Instant at) {}
