package io.assay.office.identity;

import io.assay.gateway.Duty;
import io.assay.office.MasterSecret;
import io.assay.office.RandomText;
import io.assay.office.Sha256;
import io.assay.office.identity.Answer.Reason;
import io.assay.office.identity.Guardianship.Relation;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Minors, whose guardians prove who they are and agree first. */
@Duty({"DS-9", "DS-14"})
@Component
public class Guardianships {
  private static final int TOKEN_BYTES = 24;
  private static final int OF_AGE = 18;

  private final GuardianshipStore store;
  private final RegisterVerification registers;
  private final SubjectService subjects;
  private final MasterSecret secret;
  private final Journal journal;
  private final Clock clock;

  Guardianships(
      GuardianshipStore store,
      RegisterVerification registers,
      SubjectService subjects,
      MasterSecret secret,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.registers = registers;
    this.subjects = subjects;
    this.secret = secret;
    this.journal = journal;
    this.clock = clock;
  }

  /** Verifies both with the register and keeps the consent to {@code text}. */
  Answer consent(Subject subject, Person child, Person guardian, Relation relation, String text) {
    if (!registers.needsGuardian(child.id())) {
      return Answer.refused(Reason.OLD_ENOUGH);
    }
    if (guardian.id().age(registers.today()) < OF_AGE) {
      return Answer.refused(Reason.NO_GUARDIAN);
    }
    if (!guardian.named()) {
      return Answer.refused(Reason.NAME);
    }
    return registers.minor(
        subject,
        child,
        guardian,
        verification -> keep(verification, guardian, relation, Sha256.of(text)));
  }

  private void keep(
      IdentityVerification verification, Person guardian, Relation relation, String sha256) {
    Guardianship consent =
        new Guardianship(
            RandomText.identifier("grd_"),
            verification.subject(),
            verification.id(),
            guardian.id().masked(),
            relation,
            sha256,
            RandomText.secret(TOKEN_BYTES),
            clock.instant(),
            null);
    store.add(consent, secret.hmac("guardian", guardian.id().number()));
    journal.write(
        Act.of(
            "subject.guardian_consented",
            "subject:" + verification.subject(),
            Map.of(
                "subject", verification.subject(),
                "guardianship", consent.id(),
                "relation", relation.name(),
                "text_sha256", sha256)));
  }

  /** The guardian takes the consent back; the minor may not go on until there is another. */
  @Transactional
  public boolean withdraw(Guardianship consent) {
    if (!store.withdraw(consent.id(), clock.instant())) {
      return false;
    }
    journal.write(
        Act.of(
            "subject.guardian_withdrew",
            "guardian:" + consent.id(),
            Map.of("subject", consent.subject(), "guardianship", consent.id())));
    subjects.reverify(consent.subject(), "guardian withdrew", "guardian:" + consent.id());
    return true;
  }

  public Optional<Guardianship> findByToken(String token) {
    return store.findByToken(token);
  }

  /** The consents for a subject, the latest first. */
  public List<Guardianship> of(String subject) {
    return store.of(subject);
  }
}
