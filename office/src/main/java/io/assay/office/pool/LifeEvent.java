package io.assay.office.pool;

import java.time.Instant;

/** One change in the life of a feature: who made it what, when and why. */
public record LifeEvent(Instant at, String actor, FeatureState state, String note) {}
