@NullMarked
package io.assay.ledger.evidence;

import org.jspecify.annotations.NullMarked;
