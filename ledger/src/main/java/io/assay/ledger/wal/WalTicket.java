package io.assay.ledger.wal;

import java.util.concurrent.CompletableFuture;

/**
 * A record's place in the log.
 *
 * @param durable completes once the record's fdatasync has returned, exceptionally when it failed
 */
public record WalTicket(long index, CompletableFuture<Void> durable) {}
