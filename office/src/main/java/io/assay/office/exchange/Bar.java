package io.assay.office.exchange;

import java.time.Instant;

/** Exchanges received within the stretch of time that begins at {@code start}. */
public record Bar(Instant start, long delivered, long blocked, long refused, long failed) {}
