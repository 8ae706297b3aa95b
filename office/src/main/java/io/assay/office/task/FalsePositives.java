package io.assay.office.task;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.pool.Draft;
import io.assay.office.pool.PoolFeature;
import io.assay.office.pool.PoolFeature.Origin;
import io.assay.office.pool.Procedure;
import io.assay.office.pool.Register;
import io.assay.office.staff.SignedIn;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Turns a false positive into a proposal to the pool, for somebody else to approve. */
@Component
class FalsePositives {
  private static final int LONGEST_PHRASE = 200;

  private final Register register;
  private final Procedure procedure;

  FalsePositives(Register register, Procedure procedure) {
    this.register = register;
    this.procedure = procedure;
  }

  /** The feature proposed; empty when there is nothing to propose. */
  String propose(Task task, Desk.Verdict verdict, SignedIn member) {
    String phrase = verdict.phrase().strip();
    if (verdict.ground() != Ground.FALSE_POSITIVE || phrase.isEmpty() || task.golden() != null) {
      return "";
    }
    if (phrase.length() > LONGEST_PHRASE) {
      throw new ActionRefusedException("task.phrase");
    }
    return task.features().stream()
        .map(register::find)
        .flatMap(Optional::stream)
        .filter(feature -> feature.state().inPool())
        .findFirst()
        .map(feature -> propose(feature, phrase, task, member))
        .orElse("");
  }

  void withdraw(Decision decision, SignedIn member) {
    if (!decision.proposal().isEmpty()) {
      procedure.withdraw(decision.proposal(), member);
    }
  }

  private String propose(PoolFeature feature, String phrase, Task task, SignedIn member) {
    Draft draft = Draft.allowing(feature, phrase, "False positive in review " + task.id());
    return procedure.propose(draft, Origin.FALSE_POSITIVE, task.id(), member).id();
  }
}
