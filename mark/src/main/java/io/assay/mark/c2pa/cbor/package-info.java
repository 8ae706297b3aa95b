/** Deterministic CBOR, RFC 8949 section 4.2.1, bounded against hostile input. */
@NullMarked
package io.assay.mark.c2pa.cbor;

import org.jspecify.annotations.NullMarked;
