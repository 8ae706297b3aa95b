package io.assay.ledger.witness;

import io.assay.ledger.note.NoteSignature;
import java.util.List;

/** What a witness says to a checkpoint. */
public sealed interface Answer {

  /** The witness vouches for it. */
  record Cosigned(List<NoteSignature> signatures) implements Answer {

    public Cosigned {
      signatures = List.copyOf(signatures);
    }
  }

  /**
   * The request began from another size than the witness cosigned last.
   *
   * @param size the size that it did
   */
  record Conflict(long size) implements Answer {}

  /**
   * The witness does not vouch for it.
   *
   * @param status the HTTP status that says why
   */
  record Refused(int status, String why) implements Answer {}
}
