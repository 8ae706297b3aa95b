package io.assay.office.overview;

/** An event of the exchange as the ledger holds it, in its canonical form. */
public record LedgerLine(String event, String shard, long index, String receipt, String json) {}
