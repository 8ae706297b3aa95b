/** A log that outsiders can verify: append, prove, read, erase what must be erased. */
@NullMarked
package io.assay.ledger;

import org.jspecify.annotations.NullMarked;
