@NullMarked
package io.assay.ledger.disk;

import org.jspecify.annotations.NullMarked;
