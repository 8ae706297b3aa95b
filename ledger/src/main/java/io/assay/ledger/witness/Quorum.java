package io.assay.ledger.witness;

import io.assay.ledger.LedgerException;
import io.assay.ledger.LedgerException.Reason;
import io.assay.ledger.note.Checkpoint;
import io.assay.ledger.note.NoteSignature;
import io.assay.ledger.note.SignedNote;
import io.assay.ledger.publish.Cosigning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Has checkpoints cosigned by at least some out of several witnesses, all asked at once.
 * Thread-safe.
 */
public final class Quorum implements Cosigning {

  private static final Duration GRACE = Duration.ofMillis(300);

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
  public SignedNote cosign(Request request) {
    List<NoteSignature> cosignatures = new ArrayList<>();
    List<String> refusals = new ArrayList<>();
    int agreed = 0;
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      CompletionService<Answer> answers = new ExecutorCompletionService<>(threads);
      witnesses.forEach(witness -> answers.submit(() -> ask(witness, request)));
      for (int asked = 0; asked < witnesses.size(); asked++) {
        Future<Answer> answer =
            agreed < required
                ? answers.take()
                : answers.poll(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        if (answer == null) {
          break;
        }
        List<NoteSignature> given = read(answer, refusals);
        cosignatures.addAll(given);
        agreed += given.isEmpty() ? 0 : 1;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LedgerException(
          Reason.INTERRUPTED, "interrupted while asking witnesses", interrupted);
    } finally {
      threads.shutdownNow();
    }
    if (agreed < required) {
      throw new LedgerException(
          Reason.UNAVAILABLE,
          "%d of %d required witnesses cosigned; %s"
              .formatted(agreed, required, String.join("; ", refusals)));
    }
    return request.checkpoint().with(cosignatures);
  }

  /**
   * The signatures of an answer that has come; none, and a refusal noted, when it is no consent.
   */
  private static List<NoteSignature> read(Future<Answer> answer, List<String> refusals)
      throws InterruptedException {
    try {
      return switch (answer.get()) {
        case Answer.Cosigned cosigned -> cosigned.signatures();
        case Answer.Conflict conflict -> {
          refusals.add("a witness has seen %d entries".formatted(conflict.size()));
          yield List.of();
        }
        case Answer.Refused refused -> {
          refusals.add("%d %s".formatted(refused.status(), refused.why()));
          yield List.of();
        }
      };
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof LedgerException forked && forked.reason() == Reason.FORKED) {
        throw forked.again();
      }
      refusals.add(String.valueOf(failed.getCause()));
      return List.of();
    }
  }

  private Answer ask(WitnessClient witness, Request request) {
    Answer first = askFrom(lastSizes.getOrDefault(witness, 0L), witness, request);
    return first instanceof Answer.Conflict conflict
        ? askFrom(conflict.size(), witness, request)
        : first;
  }

  private Answer askFrom(long oldSize, WitnessClient witness, Request request) {
    Checkpoint ours = Checkpoint.parse(request.checkpoint().text());
    if (oldSize > ours.size()) {
      checkRolledBack(witness, ours, request);
      return new Answer.Conflict(oldSize);
    }
    Answer answer =
        witness.add(
            new AddCheckpoint(oldSize, request.tree().consistency(oldSize), request.checkpoint()));
    if (answer instanceof Answer.Cosigned) {
      lastSizes.put(witness, ours.size());
    }
    return answer;
  }

  /** Fails when the witness can show a larger tree that bears this log's own signature. */
  private static void checkRolledBack(WitnessClient witness, Checkpoint ours, Request request) {
    witness
        .latest(ours.origin())
        .filter(note -> !note.verifiedBy(request.logKeys()).isEmpty())
        .map(note -> Checkpoint.parse(note.text()))
        .filter(theirs -> theirs.origin().equals(ours.origin()) && theirs.size() > ours.size())
        .ifPresent(
            theirs -> {
              throw new LedgerException(
                  Reason.FORKED,
                  "this log signed %d entries, witness %s shows, but now has %d; it was rolled back"
                      .formatted(theirs.size(), witness, ours.size()));
            });
  }
}
