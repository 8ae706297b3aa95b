/** The commands {@code ledger} and {@code witness}. */
@NullMarked
package io.assay.app.ledger;

import org.jspecify.annotations.NullMarked;
