package io.assay.office.document;

import static io.assay.office.approval.ActionRefusedException.refuseUnless;

import io.assay.gateway.Duty;
import io.assay.office.RandomText;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.document.PublicDocument.State;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of public documents: drafted by one, approved by another, published, and superseded
 * by the next version. A version that was approved never changes.
 */
@Duty("DS-8")
@Component
public class Documents {
  private final DocumentStore store;
  private final Journal journal;
  private final Clock clock;

  Documents(DocumentStore store, Journal journal, Clock clock) {
    this.store = store;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * A new version.
   *
   * @throws ActionRefusedException when the wording is not complete, or while another version of
   *     the same kind is on its way
   */
  @Transactional
  public PublicDocument draft(
      DocumentKind kind, Wording wording, boolean acceptance, String author) {
    refuseUnless(wording.complete(), "document.incomplete");
    PublicDocument draft =
        new PublicDocument(
            RandomText.identifier("doc_"),
            kind,
            store.nextVersion(kind),
            State.DRAFT,
            wording,
            wording.sha256(),
            acceptance,
            author,
            clock.instant(),
            null,
            null,
            null,
            null);
    refuseUnless(store.add(draft), "document.on-its-way");
    record("document.drafted", draft, author);
    return draft;
  }

  /** Changes a draft; whoever does so becomes its author. */
  @Transactional
  public PublicDocument revise(String id, Wording wording, boolean acceptance, String author) {
    refuseUnless(locked(id).state() == State.DRAFT, "document.not-draft");
    refuseUnless(wording.complete(), "document.incomplete");
    store.revise(id, wording, acceptance, author);
    PublicDocument revised = locked(id);
    record("document.revised", revised, author);
    return revised;
  }

  /** Approves exactly the wording of that hash. */
  @Transactional
  void approve(String id, String sha256, String approver) {
    PublicDocument draft = locked(id);
    refuseUnless(draft.state() == State.DRAFT, "document.not-draft");
    refuseUnless(draft.sha256().equals(sha256), "document.changed");
    refuseUnless(!draft.author().equals(approver), "approval.same-person");
    store.approve(id, approver, clock.instant());
    record("document.approved", draft, approver);
  }

  /** Puts an approved version in force. */
  @Transactional
  public PublicDocument publish(String id, String actor) {
    PublicDocument document = locked(id);
    refuseUnless(document.state() == State.APPROVED, "document.not-approved");
    Instant now = clock.instant();
    store.publish(document, now);
    record("document.published", document, actor);
    return locked(id);
  }

  public Optional<PublicDocument> find(String id) {
    return store.find(id);
  }

  public Optional<PublicDocument> inForce(DocumentKind kind) {
    return store.inForce(kind);
  }

  /** The version, unless the public may not read it. */
  public Optional<PublicDocument> published(DocumentKind kind, int version) {
    return store.version(kind, version).filter(document -> document.state().open());
  }

  public List<PublicDocument> all() {
    return store.all();
  }

  private PublicDocument locked(String id) {
    return store.lock(id).orElseThrow(() -> new ActionRefusedException("document.unknown"));
  }

  private void record(String type, PublicDocument document, String actor) {
    journal.write(
        Act.of(
            type,
            actor,
            Map.of(
                "document", document.id(),
                "name", document.name(),
                "sha256", document.sha256())));
  }
}
