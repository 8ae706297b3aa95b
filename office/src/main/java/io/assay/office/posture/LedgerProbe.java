package io.assay.office.posture;

import io.assay.gateway.Duty;
import io.assay.ledger.Ledger;
import io.assay.ledger.LedgerException;
import io.assay.ledger.LogReader;
import io.assay.ledger.note.Checkpoint;
import io.assay.ledger.note.NoteSignature;
import io.assay.ledger.note.SignedNote;
import io.assay.ledger.note.VerifierKey;
import io.assay.ledger.tree.Hash;
import io.assay.ledger.tree.Proofs;
import io.assay.office.posture.Attempt.Outcome;
import io.assay.office.posture.Attempt.Outcome.Verdict;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Looks at the published ledger as an outsider would: whether its tree grew from the one that was
 * seen before, and whether witnesses cosigned it lately (Art. 10).
 */
@Duty("DS-10")
@Component
class LedgerProbe {
  private static final Duration LATELY = Duration.ofHours(1);

  private final Ledger ledger;
  private final PostureStore store;
  private final ObjectProvider<Witnesses> witnesses;

  LedgerProbe(Ledger ledger, PostureStore store, ObjectProvider<Witnesses> witnesses) {
    this.ledger = ledger;
    this.store = store;
    this.witnesses = witnesses;
  }

  /** A tree as it was published. */
  record Tree(long size, String root) {}

  /** Whether today's tree begins with the one seen before; empty while nothing is published. */
  Optional<Outcome> grown(Instant now) {
    return published(tree -> grown(tree, now));
  }

  private Outcome grown(Checkpoint tree, Instant now) {
    Tree seen = store.tree(ledger.shard()).orElseGet(() -> tree(tree));
    Outcome outcome = compared(seen, tree);
    if (outcome.verdict() == Verdict.AS_WANTED) {
      store.tree(ledger.shard(), tree(tree), now);
    }
    return outcome;
  }

  /** The same as if another tree had been seen before, which it therefore has to find wrong. */
  Optional<Outcome> forked() {
    Tree other = new Tree(1, Hash.of(new byte[Hash.BYTES]).toBase64());
    return published(tree -> compared(other, tree));
  }

  private Optional<Outcome> published(Function<Checkpoint, Outcome> look) {
    try {
      return ledger.checkpoint().filter(tree -> tree.size() > 0).map(look);
    } catch (LedgerException broken) {
      return Optional.of(
          Outcome.of(false, Seen.LEDGER_BROKEN.remark(String.valueOf(broken.getMessage()))));
    }
  }

  private Outcome compared(Tree seen, Checkpoint tree) {
    boolean grown = consistent(seen, tree, ledger.reader());
    Seen how = grown ? Seen.TREE_GREW : Seen.TREE_BROKE;
    return Outcome.of(grown, how.remark(tree.size(), seen.size()));
  }

  /** Whether enough witnesses cosigned within the hour; empty where none has to. */
  Optional<Outcome> cosigned(Instant now) {
    Witnesses wanted = witnesses.getIfAvailable(Witnesses::none);
    if (wanted.required() == 0 || ledger.checkpoint().isEmpty()) {
      return Optional.empty();
    }
    try {
      SignedNote note = ledger.reader().note();
      long fresh =
          wanted.keys().stream().filter(keys -> cosigned(note, keys, now.minus(LATELY))).count();
      return Optional.of(
          Outcome.of(fresh >= wanted.required(), Seen.COSIGNED.remark(fresh, wanted.required())));
    } catch (LedgerException | IllegalArgumentException broken) {
      return Optional.of(
          Outcome.of(false, Seen.LEDGER_BROKEN.remark(String.valueOf(broken.getMessage()))));
    }
  }

  private static boolean consistent(Tree seen, Checkpoint now, LogReader reader) {
    if (seen.size() > now.size()) {
      return false;
    }
    List<Hash> proof = seen.size() == now.size() ? List.of() : reader.consistency(seen.size());
    Hash former = Hash.parse(seen.root());
    return Proofs.consistent(seen.size(), former, now.size(), now.root(), proof);
  }

  private static boolean cosigned(SignedNote note, List<VerifierKey> keys, Instant oldest) {
    List<VerifierKey> good = note.verifiedBy(keys);
    return note.signatures().stream()
        .filter(signature -> good.stream().anyMatch(key -> key.made(signature)))
        .anyMatch(signature -> !at(signature).isBefore(oldest));
  }

  /** The time in a cosignature, which stands before it (c2sp.org/tlog-cosignature). */
  private static Instant at(NoteSignature signature) {
    return Instant.ofEpochSecond(ByteBuffer.wrap(signature.value()).getLong());
  }

  private static Tree tree(Checkpoint checkpoint) {
    return new Tree(checkpoint.size(), checkpoint.root().toBase64());
  }
}
