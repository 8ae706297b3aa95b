package io.assay.office.rumor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who made or received it, and when they were told. */
public record Told(String subject, boolean made, @Nullable Instant toldAt) {}
