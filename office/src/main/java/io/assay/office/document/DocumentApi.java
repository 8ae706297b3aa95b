package io.assay.office.document;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.approval.Proposal;
import io.assay.office.document.Acceptance.Via;
import io.assay.office.document.Acceptances.Manner;
import io.assay.office.document.Reminder.Moment;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Allowed(Right.DOCUMENT_READ)
class DocumentApi {
  private final Documents documents;
  private final Submission submission;
  private final Acceptances acceptances;
  private final Reminders reminders;
  private final SubjectService subjects;
  private final Clock clock;

  DocumentApi(
      Documents documents,
      Submission submission,
      Acceptances acceptances,
      Reminders reminders,
      SubjectService subjects,
      Clock clock) {
    this.documents = documents;
    this.submission = submission;
    this.acceptances = acceptances;
    this.reminders = reminders;
    this.subjects = subjects;
    this.clock = clock;
  }

  record Draft(DocumentKind kind, Wording wording, boolean acceptance) {}

  record Revision(Wording wording, boolean acceptance) {}

  record Reason(String reason) {}

  /**
   * What a tenant attests: that its end user accepted these versions in its own application.
   *
   * @param documents identifiers of versions in force
   * @param language zh or en
   */
  record Attested(List<String> documents, String language, Optional<String> address) {}

  record Reminded(Moment moment, String language) {}

  /** What a subject has accepted, and what it still has to. */
  record Standing(List<Acceptance> accepted, List<String> due) {}

  @GetMapping("/documents")
  List<PublicDocument> list() {
    return documents.all();
  }

  @GetMapping("/documents/{id}")
  PublicDocument show(@PathVariable String id) {
    return documents.find(id).orElseThrow(() -> new ActionRefusedException("document.unknown"));
  }

  @PostMapping("/documents")
  @ResponseStatus(HttpStatus.CREATED)
  @Allowed(Right.DOCUMENT_WRITE)
  PublicDocument draft(@AuthenticationPrincipal SignedIn member, @RequestBody Draft draft) {
    return documents.draft(draft.kind(), draft.wording(), draft.acceptance(), member.actor());
  }

  @PutMapping("/documents/{id}")
  @Allowed(Right.DOCUMENT_WRITE)
  PublicDocument revise(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestBody Revision revision) {
    return documents.revise(id, revision.wording(), revision.acceptance(), member.actor());
  }

  @PostMapping("/documents/{id}/submit")
  @Allowed(Right.DOCUMENT_WRITE)
  Proposal submit(
      @AuthenticationPrincipal SignedIn member, @PathVariable String id, @RequestBody Reason why) {
    return submission.submit(id, why.reason(), member);
  }

  @PostMapping("/documents/{id}/publish")
  @Allowed(Right.DOCUMENT_WRITE)
  PublicDocument publish(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    return documents.publish(id, member.actor());
  }

  /** What a subject had accepted by a moment, now when none is given. */
  @GetMapping("/subjects/{id}/acceptances")
  Standing acceptances(@PathVariable String id, @RequestParam Optional<Instant> on) {
    subject(id);
    return new Standing(
        acceptances.of(id, on.orElseGet(clock::instant)),
        acceptances.due(id).stream().map(PublicDocument::name).toList());
  }

  @PostMapping("/subjects/{id}/acceptances")
  @Allowed(Right.ACCESS_WRITE)
  Standing attest(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestBody Attested attested) {
    Subject subject = subject(id);
    Manner manner =
        new Manner(
            Via.TENANT,
            Locale.forLanguageTag(attested.language()),
            attested.address().orElse(""),
            member.actor());
    attested.documents().forEach(document -> acceptances.accept(subject, document, manner));
    return acceptances(id, Optional.empty());
  }

  @GetMapping("/subjects/{id}/reminders")
  List<Reminder> reminders(@PathVariable String id) {
    subject(id);
    return reminders.of(id);
  }

  @PostMapping("/subjects/{id}/reminders")
  @ResponseStatus(HttpStatus.CREATED)
  @Allowed(Right.ACCESS_WRITE)
  Reminder remind(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestBody Reminded reminded) {
    return reminders.acknowledge(
        subject(id), reminded.moment(), Locale.forLanguageTag(reminded.language()), member.actor());
  }

  private Subject subject(String id) {
    return subjects.find(id).orElseThrow(() -> new ActionRefusedException("subject.unknown"));
  }
}
