/** Payloads that can be erased although the log that speaks of them cannot change. */
@NullMarked
package io.assay.ledger.vault;

import org.jspecify.annotations.NullMarked;
