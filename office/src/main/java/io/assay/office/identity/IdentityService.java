package io.assay.office.identity;

import io.assay.office.Cursor;
import io.assay.office.Slice;
import io.assay.office.identity.IdentityVerification.Result;
import io.assay.office.journal.Act;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import io.assay.office.subject.SubjectState;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is known of real identities. */
@Component
public class IdentityService {
  private final VerificationStore store;
  private final SubjectService subjects;
  private final Proof proof;
  private final Clock clock;

  IdentityService(VerificationStore store, SubjectService subjects, Proof proof, Clock clock) {
    this.store = store;
    this.subjects = subjects;
    this.proof = proof;
    this.clock = clock;
  }

  /**
   * Lets a subject of a development trial generate without a verification, and records that this is
   * what happened.
   */
  @Transactional
  public Optional<Subject> admitToTrial(Subject subject) {
    IdentityVerification attempt =
        proof.begin(
            subject,
            new Presented(Method.DEVELOPMENT_TRIAL, "development trial", "", "", ""),
            "",
            "");
    store.finish(attempt.id(), Result.CONFIRMED, null);
    return subjects.move(subject.id(), SubjectState.VERIFIED, "development trial", Act.SYSTEM);
  }

  public Optional<IdentityVerification> find(String id) {
    return store.find(id);
  }

  /** The subject's attempts, the latest first. */
  public List<IdentityVerification> of(String subject) {
    return store.of(subject);
  }

  /** A page of the subject's attempts, the latest first. */
  public Slice<IdentityVerification> of(String subject, Optional<Cursor> after, int size) {
    return Slice.of(store.of(subject, after, size + 1), size, it -> new Cursor(it.at(), it.id()));
  }

  /** Takes the standing from subjects whose verification has lapsed. */
  @Scheduled(fixedDelay = 60_000)
  @Transactional
  public void lapse() {
    for (String subject : store.lapsed(clock.instant())) {
      subjects.reverify(subject, "verification lapsed", Act.SYSTEM);
    }
  }
}
