@NullMarked
package io.assay.ledger.witness;

import org.jspecify.annotations.NullMarked;
