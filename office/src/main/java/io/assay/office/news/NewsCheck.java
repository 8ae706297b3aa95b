package io.assay.office.news;

import io.assay.gateway.Duty;
import io.assay.gateway.publication.Draft;
import io.assay.gateway.publication.Draft.Form;
import io.assay.gateway.publication.LabelledWork;
import io.assay.gateway.publication.NewsSource;
import io.assay.gateway.publication.Ruling;
import io.assay.office.RandomText;
import io.assay.office.Sha256;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.news.NewsForm.Detection;
import io.assay.office.policy.Policies;
import io.assay.office.publication.DraftCheck;
import io.assay.office.web.Site;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Lets news become public only under a permit and only as a reprint of a source unit that is on the
 * list in force that day and said the same (Art. 6). What only looks like news waits for a person.
 */
@Duty("DS-6")
@Component
class NewsCheck implements DraftCheck {
  private final NewsForm form;
  private final NewsStore store;
  private final Journal journal;
  private final Policies policies;
  private final Clock clock;

  NewsCheck(NewsForm form, NewsStore store, Journal journal, Policies policies, Clock clock) {
    this.form = form;
    this.store = store;
    this.journal = journal;
    this.policies = policies;
    this.clock = clock;
  }

  @Override
  public Ruling examine(Draft draft) {
    Detection detection = form.detect(draft.title(), draft.text());
    boolean declared = draft.form() == Form.NEWS || draft.news().isPresent();
    if (!declared && detection.points() < policy().suspected()) {
      return new Ruling.Go();
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), Site.ZONE);
    Optional<ListEdition> edition =
        draft
            .news()
            .flatMap(news -> store.inForce(today).filter(it -> store.lists(it.id(), news.unit())));
    Optional<Integer> divergence =
        draft.news().map(news -> Difference.between(news.text(), draft.text()).thousandths());
    Ruling ruling = rule(draft, detection, edition, divergence, today);
    record(draft, detection, declared, edition, divergence, ruling);
    return ruling;
  }

  @Override
  public void entered(String publication, LabelledWork work) {
    store.entered(work.draft().exchange(), publication);
  }

  private Ruling rule(
      Draft draft,
      Detection detection,
      Optional<ListEdition> edition,
      Optional<Integer> divergence,
      LocalDate today) {
    boolean permitted = store.permit().filter(it -> it.inForce(today)).isPresent();
    if (draft.news().isEmpty()) {
      return unsourced(draft, detection, permitted);
    }
    NewsSource news = draft.news().get();
    if (!permitted) {
      return new Ruling.Refuse(
          "news_permit_missing",
          "This service holds no permit for internet news information in force today.");
    }
    if (edition.isEmpty()) {
      return new Ruling.Refuse(
          "news_unit_unknown",
          "'%s' is not on the list of source units in force today; reprint a unit that is."
              .formatted(news.unit()));
    }
    if (draft.text().isBlank() || news.publishedOn().isAfter(today)) {
      return new Ruling.Refuse(
          "news_original_missing", "Give the words of the reprint, and an original of the past.");
    }
    return divergence.orElse(1000) <= policy().divergence()
        ? new Ruling.Go()
        : new Ruling.Refuse(
            "news_text_diverges",
            "The reprint differs from its original in %d of 1000 parts; at most %d may."
                .formatted(divergence.orElse(1000), policy().divergence()));
  }

  private Ruling unsourced(Draft draft, Detection detection, boolean permitted) {
    boolean certain = draft.form() == Form.NEWS || detection.points() >= policy().certain();
    return certain && !permitted
        ? new Ruling.Refuse(
            "news_source_required",
            "This is news by its form; name the source unit and the original it reprints.")
        : new Ruling.Hold("news_form", "This looks like news; a person looks at it first.");
  }

  private void record(
      Draft draft,
      Detection detection,
      boolean declared,
      Optional<ListEdition> edition,
      Optional<Integer> divergence,
      Ruling ruling) {
    Optional<NewsSource> news = draft.news();
    Examination it =
        new Examination(
            RandomText.identifier("nex_"),
            draft.exchange(),
            null,
            draft.author().subject(),
            draft.title(),
            clock.instant(),
            declared,
            detection.points(),
            detection.reasons(),
            news.map(NewsSource::unit).orElse(null),
            edition.map(ListEdition::id).orElse(null),
            news.map(NewsSource::publishedOn).orElse(null),
            news.map(NewsSource::text).orElse(null),
            news.isPresent() ? draft.text() : null,
            divergence.orElse(null),
            word(ruling),
            code(ruling),
            null,
            null,
            null,
            "");
    store.add(it);
    journal.write(
        Act.of(
            "news.examined",
            "subject:" + it.subject(),
            Map.of(
                "examination", it.id(),
                "exchange", it.exchange(),
                "score", it.score(),
                "reasons", String.join(",", it.reasons()),
                "edition", edition.map(ListEdition::id).orElse(""),
                "original_sha256", news.map(NewsSource::text).map(Sha256::of).orElse(""),
                "published_on", news.map(NewsSource::publishedOn).map(Object::toString).orElse(""),
                "divergence", divergence.orElse(-1),
                "ruling", it.ruling(),
                "code", it.code())));
  }

  private NewsPolicy policy() {
    return NewsPolicy.of(policies);
  }

  private static String word(Ruling ruling) {
    return switch (ruling) {
      case Ruling.Go() -> "GO";
      case Ruling.Hold _ -> "HOLD";
      case Ruling.Refuse _ -> "REFUSE";
    };
  }

  private static String code(Ruling ruling) {
    return switch (ruling) {
      case Ruling.Go() -> "";
      case Ruling.Hold(var code, var message) -> code;
      case Ruling.Refuse(var code, var message) -> code;
    };
  }
}
