/**
 * The file system as the ledger sees it, so that a test can lose or reorder what was not forced.
 */
@NullMarked
package io.assay.ledger.disk;

import org.jspecify.annotations.NullMarked;
