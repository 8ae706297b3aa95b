/** Manifest stores, claims and hashed references as values, and the status codes about them. */
@NullMarked
package io.assay.mark.c2pa.store;

import org.jspecify.annotations.NullMarked;
