package io.assay.office.exchange;

import java.time.Instant;

/** Exchanges received within the minute that begins at {@code start}. */
public record Minute(Instant start, long delivered, long blocked, long refused, long failed) {}
