@NullMarked
package io.assay.ledger.tree;

import org.jspecify.annotations.NullMarked;
