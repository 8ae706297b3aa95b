package io.assay.review;

/**
 * What was reviewed with what.
 *
 * @param poolVersion the version of the pool
 * @param poolHash the content hash of the pool
 * @param characters the UTF-16 characters of text that were reviewed
 */
public record Reviewed(String poolVersion, String poolHash, long characters) {}
