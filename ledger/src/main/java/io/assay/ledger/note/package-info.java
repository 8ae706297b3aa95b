/**
 * Signed notes, checkpoints and cosignatures (c2sp.org/signed-note, tlog-checkpoint,
 * tlog-cosignature).
 */
@NullMarked
package io.assay.ledger.note;

import org.jspecify.annotations.NullMarked;
