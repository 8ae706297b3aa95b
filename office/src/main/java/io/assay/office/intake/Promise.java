package io.assay.office.intake;

import io.assay.office.deadline.LimitRule;

/** What is promised at a door today. */
public record Promise(Door door, LimitRule acknowledge, LimitRule decide) {}
