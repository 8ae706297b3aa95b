/** Checks of a whole log that believe nothing but public keys. */
@NullMarked
package io.assay.ledger.verify;

import org.jspecify.annotations.NullMarked;
