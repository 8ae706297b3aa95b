package io.assay.office.sanction;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.approval.Approvals;
import io.assay.office.approval.Approvals.Wanted;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import io.assay.office.subject.SubjectService;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a reviewer sanctions: at once up to a limit, and by proposal above. */
@Component
class Imposing {
  private final Sanctions sanctions;
  private final SubjectService subjects;
  private final Approvals approvals;
  private final Clock clock;

  Imposing(Sanctions sanctions, SubjectService subjects, Approvals approvals, Clock clock) {
    this.sanctions = sanctions;
    this.subjects = subjects;
    this.approvals = approvals;
    this.clock = clock;
  }

  /** The sanction, or empty when it waits for a second person. */
  @Transactional
  public Optional<Sanction> ask(String subject, Wish wish, SignedIn member) {
    if (!member.may(Right.SANCTION_WRITE)) {
      throw new ActionRefusedException("approval.no-right");
    }
    if (subjects.find(subject).isEmpty()) {
      throw new ActionRefusedException("sanction.subject.unknown");
    }
    if (wish.level().single()) {
      return Optional.of(
          sanctions.impose(
              subject,
              wish.statement(clock.instant().truncatedTo(ChronoUnit.MICROS)),
              wish.rests(),
              member.actor(),
              null));
    }
    String kind = Stopping.kind(wish.level());
    approvals.propose(new Wanted(kind, subject, wish.asFacts(), wish.facts()), member);
    return Optional.empty();
  }
}
