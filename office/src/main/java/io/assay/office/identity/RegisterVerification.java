package io.assay.office.identity;

import io.assay.office.MasterSecret;
import io.assay.office.OfficeConfig;
import io.assay.office.identity.Answer.Reason;
import io.assay.office.identity.IdentityVerification.Result;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Verification of a name with a resident identity number or a social credit code. */
@Component
class RegisterVerification {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int LONGEST_NAME = 100;

  private final Proof proof;
  private final SubjectService subjects;
  private final Verifiers verifiers;
  private final MasterSecret secret;
  private final OfficeConfig config;
  private final Clock clock;
  private final TransactionTemplate transaction;

  RegisterVerification(
      Proof proof,
      SubjectService subjects,
      Verifiers verifiers,
      MasterSecret secret,
      OfficeConfig config,
      Clock clock,
      TransactionTemplate transaction) {
    this.proof = proof;
    this.subjects = subjects;
    this.verifiers = verifiers;
    this.secret = secret;
    this.config = config;
    this.clock = clock;
    this.transaction = transaction;
  }

  boolean offers(Method method) {
    return verifiers.of(method).offered();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  Answer resident(Subject subject, String name, ResidentId id) {
    if (id.age(today()) < config.identity().youngest()) {
      return Answer.refused(Reason.TOO_YOUNG);
    }
    return ask(subject, Method.RESIDENT_ID, name, id.number(), id.masked());
  }

  Answer organisation(Subject subject, String name, UnifiedSocialCreditCode code) {
    return ask(subject, Method.ORGANISATION_CODE, name, code.code(), code.masked());
  }

  /**
   * The attempt is counted before the verifier is asked, and settled in a transaction of its own.
   */
  private Answer ask(Subject subject, Method method, String name, String number, String masked) {
    String asked = Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
    Verifier verifier = verifiers.of(method);
    if (asked.isEmpty() || asked.length() > LONGEST_NAME) {
      return Answer.refused(Reason.NAME);
    }
    if (!verifier.offered()) {
      return Answer.refused(Reason.UNAVAILABLE);
    }
    String hmac = secret.hmac("identity/" + subject.tenant(), number);
    Begun begun =
        Objects.requireNonNull(
            transaction.execute(
                status -> begin(subject.id(), method, verifier.provider(), hmac, masked)));
    return switch (begun) {
      case Begun.Denied denied -> Answer.refused(denied.reason());
      case Begun.Started started -> {
        Verifier.Finding finding = verifier.ask(asked, number);
        yield Objects.requireNonNull(
            transaction.execute(status -> settle(started.attempt(), finding)));
      }
    };
  }

  private sealed interface Begun {
    record Started(IdentityVerification attempt) implements Begun {}

    record Denied(Reason reason) implements Begun {}
  }

  private Begun begin(
      String id, Method method, String provider, String referenceHmac, String masked) {
    Subject subject = subjects.lock(id);
    if (!subject.state().awaitsIdentity()) {
      return new Begun.Denied(Reason.NOT_NOW);
    }
    if (proof.questionsToday(id) >= config.identity().attemptsPerDay()) {
      return new Begun.Denied(Reason.TOO_MANY);
    }
    return new Begun.Started(proof.begin(subject, method, provider, referenceHmac, masked));
  }

  private Answer settle(IdentityVerification attempt, Verifier.Finding finding) {
    return switch (finding) {
      case CONFIRMED -> proof.confirm(attempt);
      case MISMATCH -> proof.settle(attempt, Result.MISMATCH, Reason.MISMATCH);
      case UNAVAILABLE -> proof.settle(attempt, Result.UNAVAILABLE, Reason.UNAVAILABLE);
    };
  }
}
