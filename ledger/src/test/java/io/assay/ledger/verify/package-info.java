@NullMarked
package io.assay.ledger.verify;

import org.jspecify.annotations.NullMarked;
