package io.assay.mark.container;

/**
 * One AIGC record as it stands in a file.
 *
 * @param place where, in the words of the format, for example {@code XMP TC260:AIGC}
 * @param offset the byte offset of the structure that holds it
 * @param value the text found there, not yet parsed
 */
public record Found(String place, long offset, String value) {}
