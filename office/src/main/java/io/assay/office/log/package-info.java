/** The ledger as a static log that anybody can verify. */
@NullMarked
package io.assay.office.log;

import org.jspecify.annotations.NullMarked;
