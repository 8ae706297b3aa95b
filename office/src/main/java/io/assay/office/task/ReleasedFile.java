package io.assay.office.task;

/**
 * Where the held pictures or the sound that a reviewer released are kept.
 *
 * @param request every text of the request whose answer they are
 * @param shard the shard of the ledger whose entry commits to them
 * @param commitment that of the first
 */
record ReleasedFile(
    String capability, byte[] request, String shard, String exchange, String commitment) {}
