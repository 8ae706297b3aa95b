@NullMarked
package io.assay.ledger.json;

import org.jspecify.annotations.NullMarked;
