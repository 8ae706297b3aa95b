package io.assay.ledger.verify;

import io.assay.ledger.LedgerException;
import io.assay.ledger.note.Checkpoint;
import io.assay.ledger.note.SignedNote;
import io.assay.ledger.publish.StoredTiles;
import io.assay.ledger.store.LogSource;
import io.assay.ledger.store.LogStore;
import io.assay.ledger.tree.NodeReader;
import java.util.OptionalLong;

/**
 * Verifies a whole log: every entry against its hash, every tile, the root, the signatures, the
 * quorum of witnesses and all checkpoints seen before; in a listable store also that there is
 * nothing else. Reads one bundle at a time. Thread-safe.
 */
public final class LogVerifier {

  private final TrustPolicy policy;

  public LogVerifier(TrustPolicy policy) {
    this.policy = policy;
  }

  /**
   * Verifies what a source holds.
   *
   * @throws LedgerException when the source cannot be reached
   */
  public Verification verify(LogSource source) {
    try {
      Checkpoint checkpoint = checkpoint(source);
      long read = new TreeWalk(source, checkpoint, policy.minIndex()).run();
      checkSeenBefore(source, checkpoint);
      if (source instanceof LogStore store) {
        new StrayFiles(store, checkpoint.size()).check();
      }
      return new Verification.Sound(checkpoint, read);
    } catch (Finding finding) {
      return finding.broken();
    } catch (LedgerException failed) {
      if (failed.reason() == LedgerException.Reason.CORRUPT) {
        return new Verification.Broken(
            "tiles", OptionalLong.empty(), String.valueOf(failed.getMessage()));
      }
      throw failed;
    }
  }

  private Checkpoint checkpoint(LogSource source) throws Finding {
    byte[] bytes =
        source.read("checkpoint").orElseThrow(() -> new Finding("checkpoint", "is missing"));
    try {
      SignedNote note = SignedNote.parse(bytes);
      return policy.check(note);
    } catch (IllegalArgumentException unsigned) {
      throw new Finding("checkpoint", String.valueOf(unsigned.getMessage()));
    }
  }

  private void checkSeenBefore(LogSource source, Checkpoint now) throws Finding {
    NodeReader tree = new NodeReader(now.size(), new StoredTiles(source));
    for (SignedNote note : policy.seenBefore()) {
      Checkpoint before;
      try {
        before = policy.checkSignature(note);
      } catch (IllegalArgumentException unsigned) {
        throw new Finding("checkpoint seen before", String.valueOf(unsigned.getMessage()));
      }
      if (!before.origin().equals(now.origin())) {
        throw new Finding("checkpoint seen before", "is of another log, " + before.origin());
      }
      if (before.size() > now.size()) {
        throw new Finding(
            "checkpoint",
            "ROLLBACK: %d entries, but %d were signed before".formatted(now.size(), before.size()));
      }
      if (!tree.rootAt(before.size()).equals(before.root())) {
        throw new Finding(
            "checkpoint",
            "FORK: another tree of %d entries was signed before".formatted(before.size()));
      }
    }
  }
}
