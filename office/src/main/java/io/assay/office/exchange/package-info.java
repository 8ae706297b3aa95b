/** The index over what the ledger says of exchanges; it can be thrown away and read again. */
@NullMarked
package io.assay.office.exchange;

import org.jspecify.annotations.NullMarked;
