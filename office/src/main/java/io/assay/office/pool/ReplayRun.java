package io.assay.office.pool;

import java.time.Instant;

/** A replay that was run: by whom, against which version of the pool, and what it gave. */
public record ReplayRun(
    String id, String feature, Instant at, String actor, long version, ReplayResult result) {}
