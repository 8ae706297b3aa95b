package io.assay.office.posture;

import io.assay.gateway.Duty;
import io.assay.office.document.DocumentKind;
import io.assay.office.document.Documents;
import io.assay.office.document.PublicDocument;
import io.assay.office.posture.Attempt.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Reads the disclosed documents as the public does, and holds them against what was approved. */
@Duty("DS-8")
@Component
class DisclosureProbe {
  private static final List<Locale> LANGUAGES = List.of(Locale.CHINESE, Locale.ENGLISH);

  private final Attempt attempt;
  private final Documents documents;
  private final PostureStore store;

  DisclosureProbe(Attempt attempt, Documents documents, PostureStore store) {
    this.attempt = attempt;
    this.documents = documents;
    this.store = store;
  }

  /**
   * Whether the version in force is there in both languages, word for word as approved.
   *
   * @param address of a path where the public finds it
   */
  Outcome read(DocumentKind kind, UnaryOperator<String> address) {
    Optional<PublicDocument> found = documents.inForce(kind);
    if (found.isEmpty()) {
      return Outcome.of(false, Seen.NOT_IN_FORCE.remark("document.kind." + kind));
    }
    PublicDocument document = found.get();
    if (!store.approved(document.id(), document.wording().sha256())) {
      return Outcome.of(false, Seen.NOT_AS_APPROVED.remark(document.name()));
    }
    String page = address.apply("/documents/" + kind.slug());
    return LANGUAGES.stream()
        .map(it -> attempt.pageSays(page, it, document.wording().html(it)))
        .reduce((one, other) -> one.verdict() == Outcome.Verdict.AS_WANTED ? other : one)
        .orElseThrow();
  }
}
