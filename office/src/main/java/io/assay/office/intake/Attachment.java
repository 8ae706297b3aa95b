package io.assay.office.intake;

import java.time.Instant;

/**
 * A file that came with a case.
 *
 * @param sha256 of the file, in lower-case hex
 * @param scanned what the scanners said; empty when there is none
 */
public record Attachment(
    String id,
    String name,
    FileKind kind,
    long size,
    String sha256,
    String scanned,
    Instant addedAt) {}
