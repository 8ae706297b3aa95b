/** What one exchange leaves in the ledger. */
@NullMarked
package io.assay.gateway.journal;

import org.jspecify.annotations.NullMarked;
