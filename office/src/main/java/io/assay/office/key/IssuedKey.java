package io.assay.office.key;

/** A key just made: the only moment at which its secret can be shown. */
public record IssuedKey(Key key, KeySecret secret) {}
