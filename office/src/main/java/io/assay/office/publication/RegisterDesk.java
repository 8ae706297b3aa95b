package io.assay.office.publication;

import io.assay.gateway.Duty;
import io.assay.gateway.access.ApiKey;
import io.assay.gateway.publication.Draft;
import io.assay.gateway.publication.Entry;
import io.assay.gateway.publication.LabelledWork;
import io.assay.gateway.publication.PublicationDesk;
import io.assay.gateway.publication.Ruling;
import io.assay.office.OfficeConfig;
import io.assay.office.RandomText;
import io.assay.office.Sha256;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.subject.SubjectService;
import io.assay.office.subject.SubjectState;
import io.assay.review.fingerprint.SimHash;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk at which the gateway enters publications. Nothing is entered for a subject that is not
 * verified at that moment (Art. 9), and nothing opens before its exchange is recorded.
 */
@Duty({"DS-9", "DS-10"})
@Component
public class RegisterDesk implements PublicationDesk {
  private final PublicationStore store;
  private final Origins origins;
  private final List<DraftCheck> checks;
  private final SubjectService subjects;
  private final Journal journal;
  private final OfficeConfig config;
  private final Clock clock;

  RegisterDesk(
      PublicationStore store,
      Origins origins,
      List<DraftCheck> checks,
      SubjectService subjects,
      Journal journal,
      OfficeConfig config,
      Clock clock) {
    this.store = store;
    this.origins = origins;
    this.checks = List.copyOf(checks);
    this.subjects = subjects;
    this.journal = journal;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public Search delivered(String number, ApiKey author) {
    return origins.find(number, author);
  }

  @Override
  @Transactional
  public Ruling examine(Draft draft) {
    Ruling ruling = new Ruling.Go();
    for (DraftCheck check : checks) {
      ruling = ruling.and(check.examine(draft));
    }
    if (ruling instanceof Ruling.Refuse(var code, var message)) {
      journal.write(
          Act.of(
              "publication.refused",
              "subject:" + draft.author().subject(),
              Map.of("exchange", draft.exchange(), "code", code, "reason", message)));
    }
    return ruling;
  }

  @Override
  @Transactional
  public Entry enter(LabelledWork work, Ruling ruling) {
    ApiKey author = work.draft().author();
    if (subjects.lock(author.subject()).state() != SubjectState.VERIFIED) {
      throw new ActionRefusedException("publication.identity");
    }
    PublicationStore.Numbers numbers =
        new PublicationStore.Numbers(
            RandomText.identifier("p"),
            work.draft().text().isEmpty() ? work.type().replaceAll("/.*", "") : "text",
            Sha256.of(work.text()),
            Sha256.of(work.file()),
            fingerprint(work.draft()));
    String why = ruling instanceof Ruling.Hold(var code, var message) ? code : "";
    PublicationState state = why.isEmpty() ? PublicationState.ENTERED : PublicationState.HELD;
    store.add(work, numbers, state, why, clock.instant());
    journal.write(
        Act.of(
            "publication.entered",
            "subject:" + author.subject(),
            Map.of(
                "publication", numbers.id(),
                "exchange", work.draft().exchange(),
                "state", state.name(),
                "why", why,
                "produce_id", work.produceId(),
                "text_sha256", numbers.textSha256(),
                "file_sha256", numbers.fileSha256(),
                "labels", work.labels().size())));
    checks.forEach(check -> check.entered(numbers.id(), work));
    return entry(store.find(numbers.id()).orElseThrow());
  }

  @Override
  @Transactional
  public Entry open(String exchange) {
    Publication entered =
        store
            .ofExchange(exchange)
            .orElseThrow(() -> new IllegalStateException("nothing entered by " + exchange));
    if (entered.state() != PublicationState.ENTERED) {
      return entry(entered);
    }
    store.move(
        entered, PublicationState.PUBLISHED, "", "subject:" + entered.subject(), clock.instant());
    journal.write(
        Act.of(
            "publication.published",
            "subject:" + entered.subject(),
            Map.of("publication", entered.id(), "exchange", exchange)));
    return entry(store.find(entered.id()).orElseThrow());
  }

  @Override
  public Optional<Entry> find(String id, ApiKey author) {
    return own(id, author).map(this::entry);
  }

  @Override
  @Transactional
  public Optional<Entry> recall(String id, ApiKey author) {
    Optional<Publication> own =
        own(id, author).filter(it -> it.state().mayBecome(PublicationState.RECALLED));
    own.ifPresent(
        it -> {
          store.move(
              it,
              PublicationState.RECALLED,
              "recalled by its author",
              "subject:" + author.subject(),
              clock.instant());
          journal.write(
              Act.of(
                  "publication.moved",
                  "subject:" + author.subject(),
                  Map.of(
                      "publication", id,
                      "exchange", it.exchange(),
                      "from", it.state().name(),
                      "to", PublicationState.RECALLED.name(),
                      "reason", "recalled by its author")));
        });
    return own(id, author).map(this::entry);
  }

  private Optional<Publication> own(String id, ApiKey author) {
    return store.find(id).filter(it -> it.subject().equals(author.subject()));
  }

  private static String fingerprint(Draft draft) {
    String words = draft.title() + "\n" + draft.text();
    return draft.text().isEmpty() ? "" : SimHash.of(words).toString();
  }

  private Entry entry(Publication publication) {
    return new Entry(
        publication.id(),
        publication.state().name().toLowerCase(Locale.ROOT),
        config.address(publication.path()),
        publication.title(),
        publication.why());
  }
}
