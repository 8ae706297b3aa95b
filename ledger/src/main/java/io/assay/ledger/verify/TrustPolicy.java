package io.assay.ledger.verify;

import io.assay.ledger.note.Checkpoint;
import io.assay.ledger.note.SignedNote;
import io.assay.ledger.note.VerifierKey;
import java.util.List;

/**
 * What a verifier believes beforehand.
 *
 * @param logKeys the public keys of the log, all of the log's own name
 * @param witnesses the public keys of witnesses
 * @param quorum how many of the witnesses must have cosigned the checkpoint
 * @param minIndex the index below which entries may have been pruned
 * @param seenBefore checkpoints of the same log that were kept from earlier
 */
public record TrustPolicy(
    List<VerifierKey> logKeys,
    List<VerifierKey> witnesses,
    int quorum,
    long minIndex,
    List<SignedNote> seenBefore) {

  public TrustPolicy {
    logKeys = List.copyOf(logKeys);
    witnesses = List.copyOf(witnesses);
    seenBefore = List.copyOf(seenBefore);
    if (logKeys.isEmpty()) {
      throw new IllegalArgumentException("a log cannot be verified without its public key");
    }
    if (quorum < 0 || quorum > witnesses.size()) {
      throw new IllegalArgumentException(
          "a quorum of " + quorum + " out of " + witnesses.size() + " witnesses");
    }
  }

  /** Trusts one log by its keys alone. */
  public static TrustPolicy of(List<VerifierKey> logKeys) {
    return new TrustPolicy(logKeys, List.of(), 0, 0, List.of());
  }

  public TrustPolicy withWitnesses(int atLeast, List<VerifierKey> keys) {
    return new TrustPolicy(logKeys, keys, atLeast, minIndex, seenBefore);
  }

  public TrustPolicy withMinIndex(long index) {
    return new TrustPolicy(logKeys, witnesses, quorum, index, seenBefore);
  }

  public TrustPolicy withSeenBefore(List<SignedNote> checkpoints) {
    return new TrustPolicy(logKeys, witnesses, quorum, minIndex, checkpoints);
  }

  /**
   * The checkpoint in a note, when the log signed it and enough witnesses cosigned it.
   *
   * @throws IllegalArgumentException when they did not, with what is missing
   */
  public Checkpoint check(SignedNote note) {
    Checkpoint checkpoint = checkSignature(note);
    int cosigned = (int) note.verifiedBy(witnesses).stream().distinct().count();
    if (cosigned < quorum) {
      throw new IllegalArgumentException(
          "%d of the witnesses cosigned it, %d are required".formatted(cosigned, quorum));
    }
    return checkpoint;
  }

  /** The checkpoint in a note that the log signed, whoever cosigned it. */
  Checkpoint checkSignature(SignedNote note) {
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    boolean signed =
        note.verifiedBy(logKeys).stream().anyMatch(key -> key.name().equals(checkpoint.origin()));
    if (!signed) {
      throw new IllegalArgumentException("no trusted key of " + checkpoint.origin() + " signed it");
    }
    return checkpoint;
  }
}
