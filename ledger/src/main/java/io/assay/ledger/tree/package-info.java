/** Merkle tree hashing, tiles and proofs (RFC 6962, RFC 9162, c2sp.org/tlog-tiles). */
@NullMarked
package io.assay.ledger.tree;

import org.jspecify.annotations.NullMarked;
