/** COSE_Sign1 signatures, certificates and time-stamps of C2PA claims. */
@NullMarked
package io.assay.mark.c2pa.cose;

import org.jspecify.annotations.NullMarked;
