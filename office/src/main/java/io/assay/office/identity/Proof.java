package io.assay.office.identity;

import io.assay.gateway.Duty;
import io.assay.office.MasterSecret;
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
  private final MasterSecret secret;
  private final IdentityNumbers numbers;
  private final OfficeConfig config;
  private final Clock clock;

  Proof(
      VerificationStore store,
      SubjectService subjects,
      Journal journal,
      MasterSecret secret,
      IdentityNumbers numbers,
      OfficeConfig config,
      Clock clock) {
    this.store = store;
    this.subjects = subjects;
    this.journal = journal;
    this.secret = secret;
    this.numbers = numbers;
    this.config = config;
    this.clock = clock;
  }

  /** Opens an attempt with what was presented; nothing of it is kept in the clear. */
  IdentityVerification begin(Subject subject, Presented presented) {
    return begin(
        subject,
        presented,
        secret.hmac("identity/" + subject.tenant(), presented.number()),
        secret.hmac("identity", presented.method().name() + ":" + presented.number()));
  }

  /** The same with hashes that were kept since it was presented. */
  IdentityVerification begin(
      Subject subject, Presented presented, String referenceHmac, String deploymentHmac) {
    IdentityVerification attempt =
        new IdentityVerification(
            RandomText.identifier("idv_"),
            subject.id(),
            subject.tenant(),
            presented.method(),
            presented.provider(),
            Result.PENDING,
            referenceHmac,
            deploymentHmac,
            presented.masked(),
            clock.instant(),
            null);
    store.add(attempt, sealed(attempt, presented));
    return attempt;
  }

  private String sealed(IdentityVerification attempt, Presented presented) {
    boolean kept = config.identity().keepSealedCopy() && !presented.name().isEmpty();
    return kept
        ? secret.seal(Reveals.PURPOSE + attempt.id(), presented.name() + "\n" + presented.number())
        : "";
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
    List<IdentityVerification> others =
        attempt.deploymentHmac().isEmpty()
            ? List.of()
            : store.others(attempt.deploymentHmac(), attempt.subject());
    if (others.stream().anyMatch(other -> banned(other, attempt))) {
      return settle(attempt, Result.BANNED, Answer.Reason.BANNED);
    }
    recall(attempt, others);
    Instant until = clock.instant().plus(numbers.life());
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
                "duplicates",
                    others.stream().map(IdentityVerification::subject).distinct().count())));
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

  // Art. 10: whoever is barred comes back in no tenant; whoever is suspended, not in this one.
  private boolean banned(IdentityVerification other, IdentityVerification attempt) {
    return subjects
        .find(other.subject())
        .filter(
            subject ->
                subject.barred()
                    || (subject.state() == SubjectState.SUSPENDED
                        && subject.tenant().equals(attempt.tenant())))
        .isPresent();
  }

  /**
   * Asks whoever held the mobile number long ago to verify again: numbers are given out anew, and
   * the code went to somebody else this time.
   */
  private void recall(IdentityVerification attempt, List<IdentityVerification> others) {
    if (attempt.method() != Method.MOBILE_CODE) {
      return;
    }
    Instant longAgo = clock.instant().minus(numbers.recycledAfter());
    others.stream()
        .filter(other -> other.at().isBefore(longAgo))
        .map(IdentityVerification::subject)
        .distinct()
        .filter(other -> standsByNumber(other, attempt.deploymentHmac()))
        .forEach(other -> subjects.reverify(other, "number given out anew", Act.SYSTEM));
  }

  private boolean standsByNumber(String subject, String deploymentHmac) {
    return store.of(subject).stream()
        .filter(row -> row.result() == Result.CONFIRMED)
        .allMatch(row -> row.deploymentHmac().equals(deploymentHmac));
  }
}
