@NullMarked
package io.assay.ledger.vault;

import org.jspecify.annotations.NullMarked;
