package io.assay.office.rumor;

import io.assay.gateway.Duty;
import io.assay.office.Cursor;
import io.assay.office.RandomText;
import io.assay.office.Slice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.authority.Reports;
import io.assay.office.deadline.Deadlines;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.pool.Draft;
import io.assay.office.pool.PoolFeature.Origin;
import io.assay.office.pool.Procedure;
import io.assay.office.publication.PublicationState;
import io.assay.office.publication.Publications;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import io.assay.review.fingerprint.SimHash;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Dealing with rumors (Art. 11): what is found false is contained, refuted to everyone on record
 * who made or received it, reported and kept from coming back. Whoever found it false is not the
 * one who refutes it.
 */
@Duty("DS-11")
@Component
public class Rumors {
  private static final int LONGEST = 2_000;
  private static final int LISTED = 100;
  private static final String CATEGORY = "I.8";

  private final RumorStore store;
  private final Search search;
  private final Publications publications;
  private final OutputStore outputs;
  private final Deadlines deadlines;
  private final Telling telling;
  private final Procedure pool;
  private final Reports reports;
  private final Journal journal;
  private final Clock clock;

  Rumors(
      RumorStore store,
      Search search,
      Publications publications,
      OutputStore outputs,
      Deadlines deadlines,
      Telling telling,
      Procedure pool,
      Reports reports,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.search = search;
    this.publications = publications;
    this.outputs = outputs;
    this.deadlines = deadlines;
    this.telling = telling;
    this.pool = pool;
    this.reports = reports;
    this.journal = journal;
    this.clock = clock;
  }

  public Optional<Rumor> find(String id) {
    return store.find(id);
  }

  public List<Rumor> latest() {
    return list(Cursor.NEWEST, LISTED).rows();
  }

  /** The newest, after a cursor. */
  Slice<Rumor> list(Cursor after, int size) {
    return Slice.of(store.list(after, size + 1), size, it -> new Cursor(it.openedAt(), it.id()));
  }

  /** What was refuted, the latest first. */
  public List<Rumor> refuted() {
    return store.refuted(LISTED);
  }

  public List<Affected> affected(String id) {
    return store.affected(id);
  }

  public List<Told> told(String id) {
    return telling.of(id);
  }

  /** Opens a suspicion and starts its clock; looks at once for what says it. */
  @Transactional
  public Rumor open(String claim, String phrase, boolean major, String actor) {
    String words = required(claim, "rumor.claim-missing");
    Instant now = clock.instant();
    Rumor opened =
        new Rumor(
            RandomText.identifier("rum_"),
            words,
            phrase.strip(),
            major,
            RumorState.SUSPECTED,
            SimHash.of(words).toString(),
            "",
            "",
            "",
            "",
            "",
            0,
            0,
            actor,
            now,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    store.add(opened);
    deadlines.start(
        new Deadlines.Task(opened.limit(), opened.id(), opened.path(), Right.REPORT_WRITE), now);
    record("rumor.opened", opened, actor, Map.of("major", major));
    return look(opened.id(), actor);
  }

  /** Looks again for what says it. */
  @Transactional
  public Rumor look(String id, String actor) {
    Rumor rumor = locked(id);
    Search.Result found = search.search(rumor.claim(), rumor.phrase());
    found.affected().forEach(it -> store.affects(id, it));
    store.scanned(id, found.scanned(), found.scannable());
    record(
        "rumor.searched",
        rumor,
        actor,
        Map.of(
            "found", found.affected().size(),
            "scanned", found.scanned(),
            "scannable", found.scannable()));
    follow(rumor, actor);
    return store.find(id).orElseThrow();
  }

  /** Deals with what is found late as with what was found before. */
  private void follow(Rumor rumor, String actor) {
    List<Affected> affected = store.affected(rumor.id());
    if (rumor.containedAt() != null) {
      contain(affected, rumor.id(), actor);
    }
    if (rumor.state().refuted()) {
      affected.forEach(it -> correct(it, rumor.refutation(), actor));
      telling.tell(rumor, affected, actor);
    }
  }

  /** Adds an exchange that a person found. */
  @Transactional
  public void add(String id, String exchange, String actor) {
    Rumor rumor = locked(id);
    String subject =
        outputs
            .subjectOf(exchange.strip())
            .orElseThrow(() -> new ActionRefusedException("rumor.no-exchange"));
    store.affects(id, new Affected(exchange.strip(), null, subject, "HAND", clock.instant()));
    record("rumor.added", rumor, actor, Map.of("exchange", exchange.strip()));
    follow(rumor, actor);
  }

  /** Finds it false, by a source that has the authority to say so, or true. */
  @Transactional
  public Rumor verify(String id, boolean untrue, String source, String url, String actor) {
    Rumor rumor = in(id, RumorState.SUSPECTED);
    String who = required(source, "rumor.source-missing");
    if (!url.isBlank() && !url.matches("https?://\\S{1,500}")) {
      throw new ActionRefusedException("rumor.source-missing");
    }
    RumorState next = untrue ? RumorState.VERIFIED_FALSE : RumorState.TRUE;
    store.verified(id, next, who, url.strip(), actor, clock.instant());
    if (!untrue) {
      deadlines.drop(id, "found true");
    }
    record("rumor.verified", rumor, actor, Map.of("to", next.name(), "source", who));
    return store.find(id).orElseThrow();
  }

  /** Takes everything public that says it off every exit. */
  @Transactional
  public Rumor contain(String id, String actor) {
    Rumor rumor = in(id, RumorState.VERIFIED_FALSE);
    look(id, actor);
    contain(store.affected(id), id, actor);
    store.contained(id, clock.instant());
    record("rumor.contained", rumor, actor, Map.of("publications", published(id)));
    return store.find(id).orElseThrow();
  }

  private void contain(List<Affected> affected, String id, String actor) {
    affected.stream()
        .flatMap(it -> Optional.ofNullable(it.publication()).stream())
        .flatMap(it -> publications.find(it).stream())
        .filter(it -> it.state().mayBecome(PublicationState.CONTAINED))
        .forEach(it -> publications.contain(it.id(), "rumor " + id, actor));
  }

  /** Sets what is right above what is or becomes public again, once. */
  private void correct(Affected it, String words, String actor) {
    Optional.ofNullable(it.publication())
        .flatMap(publications::find)
        .filter(found -> !found.correction().equals(words))
        .ifPresent(found -> publications.annotate(found.id(), words, actor));
  }

  /** Publishes what is right, and tells everyone on record who made or received it. */
  @Transactional
  public Rumor refute(String id, String refutation, String actor) {
    Rumor rumor = in(id, RumorState.CONTAINED);
    String words = required(refutation, "rumor.words-missing");
    if (actor.equals(rumor.verifiedBy())) {
      throw new ActionRefusedException("rumor.same-person");
    }
    store.refuted(id, words, actor, clock.instant());
    follow(store.find(id).orElseThrow(), actor);
    deadlines.meet(id, rumor.limit());
    record("rumor.refuted", rumor, actor, Map.of("told", telling.of(id).size()));
    reports.draft(id, "", actor);
    return store.find(id).orElseThrow();
  }

  /** Enters the number under which the authority received the report. */
  @Transactional
  public Rumor report(String id, String receipt, String actor) {
    Rumor rumor = in(id, RumorState.REFUTED);
    store.reported(id, required(receipt, "rumor.words-missing"), clock.instant());
    record("rumor.reported", rumor, actor, Map.of("report", receipt.strip()));
    return store.find(id).orElseThrow();
  }

  @Transactional
  public Rumor close(String id, String actor) {
    Rumor rumor = in(id, RumorState.REPORTED);
    store.closed(id, clock.instant());
    record("rumor.closed", rumor, actor, Map.of());
    return store.find(id).orElseThrow();
  }

  /** Puts the claim's fingerprint forward for the pool; its own procedure decides. */
  @Transactional
  public Rumor propose(String id, SignedIn member) {
    Rumor rumor = locked(id);
    if (!rumor.state().confirmedFalse() || !rumor.feature().isEmpty()) {
      throw new ActionRefusedException("rumor.not-from-here");
    }
    Draft draft =
        new Draft(
            "fingerprint",
            rumor.fingerprint(),
            "",
            "3",
            CATEGORY,
            "",
            "",
            "",
            "",
            "",
            "Provisions, Art. 11: a refuted claim is kept from coming back",
            "Found false by " + rumor.source() + ": " + rumor.claim(),
            "");
    store.proposed(id, pool.propose(draft, Origin.RUMOR, id, member).id());
    return store.find(id).orElseThrow();
  }

  private int published(String id) {
    return (int) store.affected(id).stream().filter(it -> it.publication() != null).count();
  }

  private Rumor in(String id, RumorState state) {
    Rumor rumor = locked(id);
    if (rumor.state() != state) {
      throw new ActionRefusedException("rumor.not-from-here");
    }
    return rumor;
  }

  private Rumor locked(String id) {
    return store.lock(id).orElseThrow(() -> new ActionRefusedException("rumor.unknown"));
  }

  private void record(String type, Rumor rumor, String actor, Map<String, ?> facts) {
    Map<String, Object> all = new TreeMap<>(facts);
    all.put("rumor", rumor.id());
    all.put("from", rumor.state().name());
    journal.write(Act.of(type, actor, all));
  }

  private static String required(String text, String code) {
    String words = text.strip();
    if (words.isEmpty() || words.length() > LONGEST) {
      throw new ActionRefusedException(code);
    }
    return words;
  }
}
