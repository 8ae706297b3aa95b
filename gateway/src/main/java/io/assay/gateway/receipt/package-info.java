/** Proofs that an exchange is in the ledger. */
@NullMarked
package io.assay.gateway.receipt;

import org.jspecify.annotations.NullMarked;
