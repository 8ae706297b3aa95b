package io.assay.office.identity;

import io.assay.gateway.Duty;
import io.assay.office.OfficeConfig;
import io.assay.office.RandomText;
import io.assay.office.identity.IdentityVerification.Result;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import io.assay.office.subject.SubjectState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Turns a proof into a verified subject; runs inside its caller's transaction. */
@Duty("DS-9")
@Component
class Proof {
  private final VerificationStore store;
  private final SubjectService subjects;
  private final Journal journal;
  private final OfficeConfig config;
  private final Clock clock;

  Proof(
      VerificationStore store,
      SubjectService subjects,
      Journal journal,
      OfficeConfig config,
      Clock clock) {
    this.store = store;
    this.subjects = subjects;
    this.journal = journal;
    this.config = config;
    this.clock = clock;
  }

  /** Opens an attempt. */
  IdentityVerification begin(
      Subject subject, Method method, String provider, String referenceHmac, String masked) {
    IdentityVerification attempt =
        new IdentityVerification(
            RandomText.identifier("idv_"),
            subject.id(),
            subject.tenant(),
            method,
            provider,
            Result.PENDING,
            referenceHmac,
            masked,
            clock.instant(),
            null);
    store.add(attempt);
    return attempt;
  }

  /** How many questions were put to verifiers for the subject within 24 hours. */
  int questionsToday(String subject) {
    return store.countSince(subject, clock.instant().minus(Duration.ofDays(1)));
  }

  /** Settles the pending attempt as confirmed, unless its number belongs to a banned subject. */
  Answer confirm(IdentityVerification attempt) {
    if (!subjects.lock(attempt.subject()).state().awaitsIdentity()) {
      return settle(attempt, Result.UNAVAILABLE, Answer.Reason.NOT_NOW);
    }
    List<String> others =
        store.others(attempt.tenant(), attempt.referenceHmac(), attempt.subject());
    if (others.stream().anyMatch(this::banned)) {
      return settle(attempt, Result.BANNED, Answer.Reason.BANNED);
    }
    Instant until = clock.instant().plus(config.identity().life());
    subjects.move(attempt.subject(), SubjectState.VERIFIED, "", actor(attempt));
    store.finish(attempt.id(), Result.CONFIRMED, until);
    journal.write(
        Act.of(
            "subject.verified",
            actor(attempt),
            Map.of(
                "subject", attempt.subject(),
                "method", attempt.method().name(),
                "provider", attempt.provider(),
                "until", until.toString(),
                "duplicates", (long) others.size())));
    return new Answer.Verified();
  }

  Answer settle(IdentityVerification attempt, Result result, Answer.Reason reason) {
    store.finish(attempt.id(), result, null);
    journal.write(
        Act.of(
            "subject.verification_failed",
            actor(attempt),
            Map.of(
                "subject", attempt.subject(),
                "method", attempt.method().name(),
                "provider", attempt.provider(),
                "result", result.name())));
    return Answer.refused(reason);
  }

  private static String actor(IdentityVerification attempt) {
    return "subject:" + attempt.subject();
  }

  private boolean banned(String subject) {
    return subjects
        .find(subject)
        .map(Subject::state)
        .filter(state -> state == SubjectState.SUSPENDED || state == SubjectState.CLOSED)
        .isPresent();
  }
}
