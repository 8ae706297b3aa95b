@NullMarked
package io.assay.ledger;

import org.jspecify.annotations.NullMarked;
