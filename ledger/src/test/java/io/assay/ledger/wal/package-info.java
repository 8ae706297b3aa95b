@NullMarked
package io.assay.ledger.wal;

import org.jspecify.annotations.NullMarked;
