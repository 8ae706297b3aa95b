package io.assay.office.news;

/** A source unit on an edition of the list. */
public record Unit(String name, String category) {}
