package io.assay.office.posture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a control counts.
 *
 * @param path the page that shows it; empty where there is none
 */
public record Item(
    String id, String path, @Nullable Instant at, boolean bad, boolean soon, String note) {}
