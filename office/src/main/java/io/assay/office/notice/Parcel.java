package io.assay.office.notice;

/**
 * A notice on its way to one target.
 *
 * @param target a mail address, {@code BOOK:REFERENCE} of a person, or the identifier of a webhook
 * @param tries how often it was tried before
 */
record Parcel(String id, Channel channel, String target, Notice notice, int tries) {}
