package io.assay.ledger.publish;

import io.assay.ledger.note.SignedNote;
import io.assay.ledger.tree.NodeReader;

/** Obtains the cosignatures that a checkpoint needs before it is published. */
@FunctionalInterface
public interface Cosigning {

  /**
   * The checkpoint with cosignatures.
   *
   * @param tree makes the consistency proofs that witnesses ask for
   * @throws io.assay.ledger.LedgerException when too few witnesses cosign
   */
  SignedNote cosign(SignedNote checkpoint, NodeReader tree);
}
