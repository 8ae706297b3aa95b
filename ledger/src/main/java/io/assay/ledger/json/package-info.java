/** The canonical JSON in which entries are written. */
@NullMarked
package io.assay.ledger.json;

import org.jspecify.annotations.NullMarked;
