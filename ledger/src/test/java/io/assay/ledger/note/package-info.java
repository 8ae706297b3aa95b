@NullMarked
package io.assay.ledger.note;

import org.jspecify.annotations.NullMarked;
