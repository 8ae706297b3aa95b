package io.assay.office.overview;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the running system.
 *
 * @param entries durable entries of the ledger
 * @param published how many of them the last checkpoint covers
 * @param trouble why publishing does not advance; empty when it does
 * @param pool version of the pool that the latest decision names; empty before the first
 * @param snapshot how long ago the gateway's registers were confirmed; absent where no gateway runs
 *     beside this office
 */
public record SystemFacts(
    long entries, long published, String trouble, String pool, @Nullable Age snapshot) {}
