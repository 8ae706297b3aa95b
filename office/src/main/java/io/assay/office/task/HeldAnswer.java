package io.assay.office.task;

/**
 * Where a held answer that a reviewer released is kept.
 *
 * @param request every text of the request whose answer it is
 * @param shard the shard of the ledger whose entry commits to it
 * @param commitment that of its first file, or of the whole of a text
 */
record HeldAnswer(
    String capability, byte[] request, String shard, String exchange, String commitment) {}
