package io.assay.office.task;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.pool.Draft;
import io.assay.office.pool.Likeness;
import io.assay.office.pool.PoolFeature.Origin;
import io.assay.office.pool.Procedure;
import io.assay.office.pool.Register;
import io.assay.office.staff.SignedIn;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Turns a false positive into a proposal to the pool, for somebody else to approve: a phrase in
 * which the hit is allowed, or of a picture or a sound less tolerance than it took.
 */
@Component
class FalsePositives {
  private static final int LONGEST_PHRASE = 200;

  private final Register register;
  private final Procedure procedure;
  private final TaskFiles files;
  private final Why why;

  FalsePositives(Register register, Procedure procedure, TaskFiles files, Why why) {
    this.register = register;
    this.procedure = procedure;
    this.files = files;
    this.why = why;
  }

  /** The feature proposed; empty when there is nothing to propose. */
  String propose(Task task, Desk.Verdict verdict, SignedIn member) {
    if (verdict.ground() != Ground.FALSE_POSITIVE || task.golden() != null) {
      return "";
    }
    String phrase = verdict.phrase().strip();
    if (phrase.length() > LONGEST_PHRASE) {
      throw new ActionRefusedException("task.phrase");
    }
    Optional<Draft> draft =
        phrase.isEmpty()
            ? nearer(task)
            : task.features().stream()
                .map(register::find)
                .flatMap(Optional::stream)
                .filter(feature -> feature.state().inPool())
                .findFirst()
                .map(feature -> Draft.allowing(feature, phrase, evidence(task)));
    return draft
        .map(it -> procedure.propose(it, Origin.FALSE_POSITIVE, task.id(), member).id())
        .orElse("");
  }

  private Optional<Draft> nearer(Task task) {
    return files.of(task).stream()
        .flatMap(
            file ->
                files.content(task, file.field(), "false-positive").stream()
                    .flatMap(content -> why.of(task, file, content).reasons().stream()))
        .flatMap(reason -> nearer(task, reason).stream())
        .findFirst();
  }

  private static Optional<Draft> nearer(Task task, Sight.Reason reason) {
    OptionalDouble limit = below(reason.likeness());
    return Optional.ofNullable(reason.feature())
        .filter(feature -> feature.state().inPool() && limit.isPresent())
        .map(feature -> Draft.nearer(feature, limit.getAsDouble(), evidence(task)));
  }

  /** The largest tolerance at which it would not have hit; none for the very same file. */
  private static OptionalDouble below(@Nullable Likeness likeness) {
    return switch (likeness) {
      case Likeness.OfPicture it when it.distance() > 0 -> OptionalDouble.of(it.distance() - 1);
      case Likeness.OfSound it when it.share() > 1 ->
          OptionalDouble.of(Math.ceil(10 * it.share() - 1) / 1_000);
      case null, default -> OptionalDouble.empty();
    };
  }

  private static String evidence(Task task) {
    return "False positive in review " + task.id();
  }

  void withdraw(Decision decision, SignedIn member) {
    if (!decision.proposal().isEmpty()) {
      procedure.withdraw(decision.proposal(), member);
    }
  }
}
