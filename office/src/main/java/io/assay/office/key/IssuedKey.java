package io.assay.office.key;

import io.assay.office.BearerSecret;

/** A key just made: the only moment at which its secret can be shown. */
public record IssuedKey(Key key, BearerSecret secret) {}
