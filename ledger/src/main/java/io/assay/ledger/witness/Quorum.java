package io.assay.ledger.witness;

import io.assay.ledger.LedgerException;
import io.assay.ledger.LedgerException.Reason;
import io.assay.ledger.note.Checkpoint;
import io.assay.ledger.note.NoteSignature;
import io.assay.ledger.note.SignedNote;
import io.assay.ledger.publish.Cosigning;
import io.assay.ledger.tree.NodeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Has checkpoints cosigned by at least some out of several witnesses, all asked at once.
 * Thread-safe.
 */
public final class Quorum implements Cosigning {

  private final int required;
  private final List<WitnessClient> witnesses;
  private final Map<WitnessClient, Long> lastSizes = new ConcurrentHashMap<>();

  /** Requires a number of witnesses out of those given. */
  public Quorum(int required, List<WitnessClient> witnesses) {
    if (required < 1 || required > witnesses.size()) {
      throw new IllegalArgumentException(
          "a quorum of " + required + " out of " + witnesses.size() + " witnesses");
    }
    this.required = required;
    this.witnesses = List.copyOf(witnesses);
  }

  @Override
  public SignedNote cosign(SignedNote checkpoint, NodeReader tree) {
    List<NoteSignature> cosignatures = new ArrayList<>();
    List<String> refusals = new ArrayList<>();
    int agreed = 0;
    for (Future<Answer> answer : askAll(checkpoint, tree)) {
      try {
        switch (answer.get()) {
          case Answer.Cosigned cosigned -> {
            agreed++;
            cosignatures.addAll(cosigned.signatures());
          }
          case Answer.Conflict conflict ->
              refusals.add("a witness has seen %d entries".formatted(conflict.size()));
          case Answer.Refused refused ->
              refusals.add("%d %s".formatted(refused.status(), refused.why()));
        }
      } catch (ExecutionException failed) {
        refusals.add(String.valueOf(failed.getCause()));
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new LedgerException(
            Reason.INTERRUPTED, "interrupted while asking witnesses", interrupted);
      }
    }
    if (agreed < required) {
      throw new LedgerException(
          Reason.UNAVAILABLE,
          "%d of %d required witnesses cosigned; %s"
              .formatted(agreed, required, String.join("; ", refusals)));
    }
    return checkpoint.with(cosignatures);
  }

  private List<Future<Answer>> askAll(SignedNote checkpoint, NodeReader tree) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return witnesses.stream()
          .map(witness -> threads.submit(() -> ask(witness, checkpoint, tree)))
          .toList();
    }
  }

  private Answer ask(WitnessClient witness, SignedNote checkpoint, NodeReader tree) {
    Answer first = askFrom(lastSizes.getOrDefault(witness, 0L), witness, checkpoint, tree);
    return first instanceof Answer.Conflict conflict
        ? askFrom(conflict.size(), witness, checkpoint, tree)
        : first;
  }

  private Answer askFrom(
      long oldSize, WitnessClient witness, SignedNote checkpoint, NodeReader tree) {
    long size = Checkpoint.parse(checkpoint.text()).size();
    if (oldSize > size) {
      throw new LedgerException(
          Reason.FORKED,
          "witness %s has cosigned %d entries, this log has %d; it was rolled back"
              .formatted(witness, oldSize, size));
    }
    Answer answer = witness.add(new AddCheckpoint(oldSize, tree.consistency(oldSize), checkpoint));
    if (answer instanceof Answer.Cosigned) {
      lastSizes.put(witness, size);
    }
    return answer;
  }
}
