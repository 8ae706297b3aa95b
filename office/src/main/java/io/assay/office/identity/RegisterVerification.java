package io.assay.office.identity;

import io.assay.office.OfficeConfig;
import io.assay.office.identity.Answer.Reason;
import io.assay.office.identity.IdentityVerification.Result;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
  private final IdentityNumbers numbers;
  private final OfficeConfig config;
  private final Clock clock;
  private final TransactionTemplate transaction;

  RegisterVerification(
      Proof proof,
      SubjectService subjects,
      Verifiers verifiers,
      IdentityNumbers numbers,
      OfficeConfig config,
      Clock clock,
      TransactionTemplate transaction) {
    this.proof = proof;
    this.subjects = subjects;
    this.verifiers = verifiers;
    this.numbers = numbers;
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
    if (needsGuardian(id)) {
      return Answer.refused(Reason.TOO_YOUNG);
    }
    return ask(subject, presented(Method.RESIDENT_ID, name, id.number(), id.masked()));
  }

  Answer organisation(Subject subject, String name, UnifiedSocialCreditCode code) {
    return ask(subject, presented(Method.ORGANISATION_CODE, name, code.code(), code.masked()));
  }

  /** Whether the person is so young that a guardian has to agree. */
  boolean needsGuardian(ResidentId id) {
    return id.age(today()) < config.identity().youngest();
  }

  /**
   * Asks the register about the guardian and then about the minor; {@code consented} runs with the
   * minor's verification, in its transaction.
   */
  Answer minor(
      Subject subject, Person child, Person guardian, Consumer<IdentityVerification> consented) {
    Presented presented = child.presented(verifiers.of(Method.RESIDENT_ID).provider());
    Verifier register = verifiers.of(Method.RESIDENT_ID);
    return ask(
        subject,
        presented,
        () -> {
          Verifier.Finding first = register.ask(guardian.name(), guardian.id().number());
          return first == Verifier.Finding.CONFIRMED
              ? register.ask(presented.name(), presented.number())
              : first;
        },
        consented);
  }

  private Answer ask(Subject subject, Presented presented) {
    return ask(
        subject,
        presented,
        () -> verifiers.of(presented.method()).ask(presented.name(), presented.number()),
        attempt -> {});
  }

  private Presented presented(Method method, String name, String number, String masked) {
    return new Presented(
        method, verifiers.of(method).provider(), number, Person.normalised(name), masked);
  }

  private Optional<Reason> problem(Presented presented) {
    if (presented.name().isEmpty() || presented.name().length() > LONGEST_NAME) {
      return Optional.of(Reason.NAME);
    }
    return offers(presented.method()) ? Optional.empty() : Optional.of(Reason.UNAVAILABLE);
  }

  /**
   * The attempt is counted before the verifier is asked, and settled in a transaction of its own.
   */
  private Answer ask(
      Subject subject,
      Presented presented,
      Supplier<Verifier.Finding> question,
      Consumer<IdentityVerification> confirmed) {
    Optional<Reason> problem = problem(presented);
    if (problem.isPresent()) {
      return Answer.refused(problem.get());
    }
    Begun begun =
        Objects.requireNonNull(transaction.execute(status -> begin(subject.id(), presented)));
    return switch (begun) {
      case Begun.Denied denied -> Answer.refused(denied.reason());
      case Begun.Started started -> {
        Verifier.Finding finding = question.get();
        yield Objects.requireNonNull(
            transaction.execute(status -> settle(started.attempt(), finding, confirmed)));
      }
    };
  }

  private sealed interface Begun {
    record Started(IdentityVerification attempt) implements Begun {}

    record Denied(Reason reason) implements Begun {}
  }

  private Begun begin(String id, Presented presented) {
    Subject subject = subjects.lock(id);
    if (!subject.state().awaitsIdentity()) {
      return new Begun.Denied(Reason.NOT_NOW);
    }
    if (proof.questionsToday(id) >= numbers.attemptsPerDay()) {
      return new Begun.Denied(Reason.TOO_MANY);
    }
    return new Begun.Started(proof.begin(subject, presented));
  }

  private Answer settle(
      IdentityVerification attempt,
      Verifier.Finding finding,
      Consumer<IdentityVerification> confirmed) {
    return switch (finding) {
      case CONFIRMED -> {
        Answer answer = proof.confirm(attempt);
        if (answer instanceof Answer.Verified) {
          confirmed.accept(attempt);
        }
        yield answer;
      }
      case MISMATCH -> proof.settle(attempt, Result.MISMATCH, Reason.MISMATCH);
      case UNAVAILABLE -> proof.settle(attempt, Result.UNAVAILABLE, Reason.UNAVAILABLE);
    };
  }
}
