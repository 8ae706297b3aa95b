package io.assay.ledger.publish;

import io.assay.ledger.note.SignedNote;
import io.assay.ledger.note.VerifierKey;
import io.assay.ledger.tree.NodeReader;
import java.util.List;

/** Obtains the cosignatures that a checkpoint needs before it is published. Thread-safe. */
@FunctionalInterface
public interface Cosigning {

  /**
   * A checkpoint to be cosigned.
   *
   * @param tree makes the consistency proofs that witnesses ask for
   * @param logKeys the keys under which the log has ever signed
   */
  record Request(SignedNote checkpoint, NodeReader tree, List<VerifierKey> logKeys) {}

  /**
   * The checkpoint with cosignatures.
   *
   * @throws io.assay.ledger.LedgerException with reason {@code UNAVAILABLE} when too few witnesses
   *     cosign, and {@code FORKED} when one proves that the log has signed another tree
   */
  SignedNote cosign(Request request);
}
