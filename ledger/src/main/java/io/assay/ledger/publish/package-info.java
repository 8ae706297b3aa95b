/** From durable entries to tiles, bundles and signed checkpoints. */
@NullMarked
package io.assay.ledger.publish;

import org.jspecify.annotations.NullMarked;
