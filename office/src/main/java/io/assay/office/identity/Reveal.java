package io.assay.office.identity;

import java.time.Instant;

/**
 * Leave to see what is kept of a real identity, given by two people for a while.
 *
 * @param proposedBy the actor who asked
 * @param approvedBy the actor who agreed
 */
public record Reveal(
    String id,
    String verification,
    String proposal,
    String proposedBy,
    String approvedBy,
    String reason,
    Instant grantedAt,
    Instant endsAt) {}
