/** The write-ahead log: what makes an entry durable before it is in the tree. */
@NullMarked
package io.assay.ledger.wal;

import org.jspecify.annotations.NullMarked;
