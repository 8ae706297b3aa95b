@NullMarked
package io.assay.ledger.store;

import org.jspecify.annotations.NullMarked;
