package io.assay.ledger;

/**
 * Something that must never happen and did: a person has to look.
 *
 * @param shard the shard it happened to
 * @param what what was found and what the ledger did about it
 */
public record Incident(String shard, String what) {}
