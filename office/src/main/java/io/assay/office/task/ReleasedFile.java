package io.assay.office.task;

/**
 * A held picture or sound that a reviewer released.
 *
 * @param request every text of the request whose answer it is
 * @param shard the shard of the ledger whose entry commits to the file
 */
record ReleasedFile(
    String capability, byte[] request, String shard, String exchange, String commitment) {}
