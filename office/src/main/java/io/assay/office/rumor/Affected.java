package io.assay.office.rumor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An output that says it.
 *
 * @param publication where it was published; null when it was only delivered
 * @param how {@code LIKENESS}, {@code PHRASE}, {@code ORIGIN} or {@code HAND}
 */
public record Affected(
    String exchange, @Nullable String publication, String subject, String how, Instant foundAt) {}
