/** What the ledger costs, next to what it could be measured against. */
@NullMarked
package io.assay.bench.ledger;

import org.jspecify.annotations.NullMarked;
