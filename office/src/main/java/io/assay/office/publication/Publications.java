package io.assay.office.publication;

import io.assay.gateway.Duty;
import io.assay.gateway.exchange.Exit;
import io.assay.office.Cursor;
import io.assay.office.Sha256;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.notice.Kind;
import io.assay.office.notice.Notice;
import io.assay.office.notice.Notice.Fact;
import io.assay.office.notice.Notices;
import io.assay.office.notice.Recipient;
import io.assay.office.web.Site;
import io.assay.review.fingerprint.SimHash;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of publications, and the only way by which one changes its state. What is contained
 * or recalled cannot be fetched from the next request on (Art. 10, 11).
 */
@Duty({"DS-10", "DS-11"})
@Component
public class Publications {
  private static final int MOST = 200;
  private static final int LONGEST_REASON = 2000;

  private final PublicationStore store;
  private final Notices notices;
  private final Journal journal;
  private final Clock clock;

  Publications(PublicationStore store, Notices notices, Journal journal, Clock clock) {
    this.store = store;
    this.notices = notices;
    this.journal = journal;
    this.clock = clock;
  }

  public Optional<Publication> find(String id) {
    return store.find(id);
  }

  /** Up to {@code limit} publications after the cursor, at most 200. */
  public PublicationPage list(PublicationFilter filter, Optional<Cursor> after, int limit) {
    int size = Math.clamp(limit, 1, MOST);
    List<Publication> found = store.list(filter, after, size + 1);
    if (found.size() <= size) {
      return new PublicationPage(found, Optional.empty());
    }
    Publication last = found.get(size - 1);
    return new PublicationPage(
        found.subList(0, size), Optional.of(new Cursor(last.enteredAt(), last.id())));
  }

  /**
   * What a decision keeps from the public and its author did not withdraw, by its identifier or its
   * content number.
   */
  Optional<Publication> contestable(String reference) {
    return store
        .withdrawn(reference)
        .filter(it -> !store.withdrawers(it.id()).contains("subject:" + it.subject()));
  }

  /** Who withdrew it since it was public last. */
  Set<String> withdrawers(String id) {
    return store.withdrawers(id);
  }

  /** How often it was fetched. */
  public long fetches(String id) {
    return store.fetches(id);
  }

  /**
   * What says the same as a text: near copies by fingerprint, and whatever holds the phrase.
   *
   * @param bits how many bits of the fingerprint may differ
   * @param phrase words to look for; empty for none
   */
  public List<Publication> alike(String text, int bits, String phrase) {
    SimHash wanted = SimHash.of(text);
    Set<String> found = new LinkedHashSet<>();
    store.forEachFingerprint(
        (id, fingerprint) -> {
          if (SimHash.parse(fingerprint).distance(wanted) <= bits) {
            found.add(id);
          }
        });
    if (!phrase.isBlank()) {
      found.addAll(store.holding(phrase.strip(), MOST));
    }
    List<Publication> alike = new ArrayList<>();
    found.stream().limit(MOST).forEach(id -> store.find(id).ifPresent(alike::add));
    return alike;
  }

  /** Withdraws it from every exit at once, for as long as it is looked into. */
  @Transactional
  public Publication contain(String id, String reason, String actor) {
    return move(id, PublicationState.CONTAINED, reason, actor);
  }

  /** Lets out again what was contained. */
  @Transactional
  public Publication release(String id, String reason, String actor) {
    return move(id, PublicationState.CONTAINED, PublicationState.PUBLISHED, reason, actor);
  }

  /** Makes public what waited for a person, who looked at it. */
  @Transactional
  public Publication admit(String id, String reason, String actor) {
    return move(id, PublicationState.HELD, PublicationState.PUBLISHED, reason, actor);
  }

  /** Refuses what waited for a person. */
  @Transactional
  public Publication refuse(String id, String reason, String actor) {
    return move(id, PublicationState.REFUSED, reason, actor);
  }

  /** Withdraws it for good; its page says so. */
  @Transactional
  public Publication recall(String id, String reason, String actor) {
    return move(id, PublicationState.RECALLED, reason, actor);
  }

  /**
   * Makes public again, as it was before, what was withdrawn by a decision that did not stand.
   *
   * @throws ActionRefusedException when it is not withdrawn
   */
  @Transactional
  public Publication restore(String id, String reason, String actor) {
    Publication found = locked(id);
    if (!found.state().withdrawn()) {
      throw new ActionRefusedException("publication.not-from-here");
    }
    return moved(found, store.publicLast(id), required(reason), actor);
  }

  /** Makes it public with a correction above it. */
  @Transactional
  public Publication correct(String id, String correction, String actor) {
    String words = required(correction);
    Publication corrected = move(id, PublicationState.CORRECTED, words, actor);
    store.correct(id, words);
    return store.find(corrected.id()).orElseThrow();
  }

  /** Sets above what is or becomes public again what readers have to know. */
  @Transactional
  public void annotate(String id, String correction, String actor) {
    Publication found = locked(id);
    store.correct(id, required(correction));
    journal.write(
        Act.of(
            "publication.annotated",
            actor,
            Map.of("publication", id, "state", found.state().name(), "note", correction)));
    tell(found, Kind.PUBLICATION_CORRECTED, found.state());
  }

  /** The words of a page that left, as they were entered; empty when they were changed since. */
  boolean unchanged(Publication shown) {
    return Sha256.of(shown.text()).equals(store.textSha256(shown.id()));
  }

  /** The labelled file, as it was entered. */
  Optional<byte[]> file(Publication shown) {
    return store
        .kept(shown.id())
        .filter(kept -> Sha256.of(kept.file()).equals(kept.fileSha256()))
        .map(PublicationStore.Kept::file);
  }

  void fetched(String id, Exit exit) {
    store.fetched(id, exit, LocalDate.ofInstant(clock.instant(), Site.ZONE));
  }

  private Publication move(
      String id, PublicationState from, PublicationState next, String reason, String actor) {
    if (locked(id).state() != from) {
      throw new ActionRefusedException("publication.not-from-here");
    }
    return move(id, next, reason, actor);
  }

  private Publication move(String id, PublicationState next, String reason, String actor) {
    String why = required(reason);
    Publication found = locked(id);
    if (!found.state().mayBecome(next)) {
      throw new ActionRefusedException("publication.not-from-here");
    }
    return moved(found, next, why, actor);
  }

  private Publication moved(Publication found, PublicationState next, String why, String actor) {
    store.move(found, next, why, actor, clock.instant());
    journal.write(
        Act.of(
            "publication.moved",
            actor,
            Map.of(
                "publication", found.id(),
                "exchange", found.exchange(),
                "from", found.state().name(),
                "to", next.name(),
                "reason", why)));
    tell(found, Kind.PUBLICATION_MOVED, next);
    return store.find(found.id()).orElseThrow();
  }

  /** Tells programs what a decision made of it. */
  private void tell(Publication it, Kind kind, PublicationState to) {
    notices.send(
        new Notice(
            it.id() + "/" + kind + "/" + to + "/" + clock.instant(),
            kind,
            it.id(),
            it.tenant(),
            it.path(),
            new Recipient.Programs(),
            List.of(
                new Fact("publication", it.id()),
                new Fact("exchange", it.exchange()),
                new Fact("subject", it.subject()),
                new Fact("from", it.state().name()),
                new Fact("to", to.name())),
            true));
  }

  private Publication locked(String id) {
    return store.lock(id).orElseThrow(() -> new ActionRefusedException("publication.unknown"));
  }

  private static String required(String reason) {
    String words = reason.strip();
    if (words.isEmpty() || words.length() > LONGEST_REASON) {
      throw new ActionRefusedException("publication.reason");
    }
    return words;
  }
}
