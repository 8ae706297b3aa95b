package io.assay.office.document;

import io.assay.gateway.Duty;
import io.assay.office.MasterSecret;
import io.assay.office.Sha256;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.document.Acceptance.Via;
import io.assay.office.document.PublicDocument.State;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.subject.Subject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who accepted which version, when and where. */
@Duty("DS-8")
@Component
public class Acceptances {
  private final DocumentStore documents;
  private final AcceptanceStore store;
  private final MasterSecret secret;
  private final Journal journal;
  private final Clock clock;

  Acceptances(
      DocumentStore documents,
      AcceptanceStore store,
      MasterSecret secret,
      Journal journal,
      Clock clock) {
    this.documents = documents;
    this.store = store;
    this.secret = secret;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * How a version was accepted.
   *
   * @param address network address of whoever accepted; empty when it is not known
   */
  public record Manner(Via via, Locale language, String address, String recordedBy) {}

  /**
   * Records that the subject accepted the version.
   *
   * @throws ActionRefusedException when that version is not in force
   */
  @Transactional
  public void accept(Subject subject, String document, Manner manner) {
    PublicDocument accepted =
        documents.lock(document).orElseThrow(() -> new ActionRefusedException("document.unknown"));
    if (accepted.state() != State.PUBLISHED) {
      throw new ActionRefusedException("document.not-in-force");
    }
    Acceptance acceptance =
        new Acceptance(
            subject.id(),
            document,
            accepted.name(),
            clock.instant(),
            manner.via(),
            manner.language().getLanguage(),
            Sha256.of(accepted.wording().text(manner.language())),
            manner.recordedBy());
    if (store.add(acceptance, secret.hmac("acceptance-address", manner.address()))) {
      record(acceptance);
    }
  }

  /** Versions in force that the subject has to accept before it goes on. */
  public List<PublicDocument> due(String subject) {
    return documents.due(subject);
  }

  /** What the subject had accepted by a moment, the latest first. */
  public List<Acceptance> of(String subject, Instant until) {
    return store.of(subject, until);
  }

  public List<Acceptance> of(String subject) {
    return of(subject, clock.instant());
  }

  /** How many subjects accepted a version. */
  public long count(String document) {
    return store.count(document);
  }

  private void record(Acceptance acceptance) {
    journal.write(
        Act.of(
            "document.accepted",
            acceptance.recordedBy(),
            Map.of(
                "subject", acceptance.subject(),
                "document", acceptance.document(),
                "name", acceptance.name(),
                "via", acceptance.via().name(),
                "language", acceptance.language(),
                "sha256", acceptance.sha256())));
  }
}
