package io.assay.office.pool;

import io.assay.office.RandomText;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.policy.Policies;
import io.assay.office.staff.SignedIn;
import io.assay.review.Pool;
import io.assay.review.Reviewed;
import io.assay.review.Reviewer;
import io.assay.review.Verdict;
import io.assay.review.fingerprint.FingerprintReview;
import io.assay.review.pool.Replay;
import io.assay.review.pool.Replay.Judged;
import io.assay.review.pool.Sample;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tries a feature on the corpora before anybody may approve it (Art. 10). */
@Component
public class Replays {
  private static final int EXAMPLES = 200;

  private final FeatureStore features;
  private final ReplayStore store;
  private final Versions versions;
  private final Bench bench;
  private final ObjectProvider<DecidedTexts> decided;
  private final FileReplay files;
  private final Policies policies;
  private final Journal journal;
  private final Clock clock;
  private final List<Sample> benign = BenignCorpus.load();

  Replays(
      FeatureStore features,
      ReplayStore store,
      Versions versions,
      Bench bench,
      ObjectProvider<DecidedTexts> decided,
      FileReplay files,
      Policies policies,
      Journal journal,
      Clock clock) {
    this.features = features;
    this.store = store;
    this.versions = versions;
    this.bench = bench;
    this.decided = decided;
    this.files = files;
    this.policies = policies;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Replays the pool in force with and without the feature.
   *
   * @throws ActionRefusedException unless it is proposed, tested, or in force by an emergency
   */
  @Transactional
  public ReplayRun run(String id, SignedIn member) {
    PoolFeature feature =
        features.lock(id).orElseThrow(() -> new ActionRefusedException("pool.feature.unknown"));
    FeatureState next =
        switch (feature.state()) {
          case PROPOSED, TESTED -> FeatureState.TESTED;
          case EMERGENCY, EX_POST_REVIEW -> FeatureState.EX_POST_REVIEW;
          default -> throw new ActionRefusedException("pool.state.refused");
        };
    ReplayRun run =
        new ReplayRun(
            RandomText.identifier("rpl_"),
            id,
            clock.instant(),
            member.actor(),
            versions.number(),
            replay(feature, member.actor()));
    store.add(run);
    if (next != feature.state()) {
      features.move(id, next, member.actor(), "", run.at());
    }
    journal.write(
        Act.of(
            "pool.replayed",
            member.actor(),
            Map.of(
                "feature", id,
                "replay", run.id(),
                "version", PoolVersion.name(run.version()),
                "samples", run.result().samples(),
                "added_over_block", run.result().addedOverBlock())));
    return run;
  }

  public Optional<ReplayRun> latest(String feature) {
    return store.latest(feature);
  }

  public List<ReplayRun> of(String feature) {
    return store.of(feature);
  }

  private ReplayResult replay(PoolFeature feature, String actor) {
    Pool before =
        feature.state().inPool()
            ? versions.inForce().with("without", List.of(), Set.of(feature.id()))
            : versions.inForce();
    Pool after = bench.with(feature);
    return switch (feature.kind()) {
      case KEYWORD, COMBINATION, EXPRESSION -> words(feature, before, after, actor);
      case FINGERPRINT -> copies(feature, before, after, actor);
      case IMAGE, AUDIO -> files.run(feature, before, after, actor);
      case FRAME, CLASSIFIER -> ReplayResult.none();
    };
  }

  private ReplayResult words(PoolFeature feature, Pool before, Pool after, String actor) {
    Reviewer now = bench.inForce();
    List<Sample> own = own(actor);
    Replay replay = new Replay(before, after, pool -> pool == now.pool() ? now : bench.of(pool));
    return ReplayResult.of(feature.id(), own, replay.over(corpus(own), EXAMPLES));
  }

  private ReplayResult copies(PoolFeature feature, Pool before, Pool after, String actor) {
    List<Sample> own = own(actor);
    FingerprintReview was = new FingerprintReview(before, clock);
    FingerprintReview is = new FingerprintReview(after, clock);
    return ReplayResult.of(
        feature.id(),
        own,
        Replay.report(
            corpus(own).map(it -> new Judged(it, copied(was, it), copied(is, it))), EXAMPLES));
  }

  private static Verdict copied(FingerprintReview review, Sample sample) {
    return Verdict.of(
        new Reviewed("", "", sample.text().length()),
        review.findings(sample.text(), sample.context()));
  }

  private List<Sample> own(String actor) {
    return decided
        .orderedStream()
        .flatMap(source -> source.latest(policies.count(Policy.OWN_DECISIONS), actor).stream())
        .toList();
  }

  private Stream<Sample> corpus(List<Sample> own) {
    return Stream.concat(benign.stream(), own.stream());
  }
}
