/** Independent parties that hold a log to what it has said (c2sp.org/tlog-witness). */
@NullMarked
package io.assay.ledger.witness;

import org.jspecify.annotations.NullMarked;
