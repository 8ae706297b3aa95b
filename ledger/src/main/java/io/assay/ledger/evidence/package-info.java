/** Extracts of a log for an authority, which prove themselves offline. */
@NullMarked
package io.assay.ledger.evidence;

import org.jspecify.annotations.NullMarked;
