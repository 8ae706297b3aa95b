package io.assay.office.actor;

/**
 * Somebody who acted, as a reader sees them.
 *
 * @param id as the record has it
 * @param name by which people know them
 * @param path their page; empty where there is none, or not for this reader
 */
public record Actor(String id, String name, String path) {}
