package io.assay.office.pool;

import static io.assay.office.approval.ActionRefusedException.refuseUnless;

import io.assay.gateway.Duty;
import io.assay.gateway.config.GatewayConfig;
import io.assay.office.RandomText;
import io.assay.office.Sha256;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.policy.Policies;
import io.assay.office.pool.PoolFeature.Origin;
import io.assay.office.pool.PoolVersion.Cause;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import io.assay.review.Characteristic.ClassifierThreshold;
import io.assay.review.Feature;
import io.assay.review.Mode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a feature comes into the pool and leaves it (Art. 10 paragraph 2). Whoever edits a feature
 * neither approves nor activates it.
 */
@Duty("DS-10")
@Component
public class Procedure {
  private static final int LONGEST_NOTE = 2_000;

  private final FeatureStore features;
  private final Replays replays;
  private final Versions versions;
  private final Policies policies;
  private final GatewayConfig gateway;
  private final Journal journal;
  private final Clock clock;

  Procedure(
      FeatureStore features,
      Replays replays,
      Versions versions,
      Policies policies,
      GatewayConfig gateway,
      Journal journal,
      Clock clock) {
    this.features = features;
    this.replays = replays;
    this.versions = versions;
    this.policies = policies;
    this.gateway = gateway;
    this.journal = journal;
    this.clock = clock;
  }

  /** Puts a feature forward. */
  @Transactional
  public PoolFeature propose(Draft draft, Origin origin, String about, SignedIn member) {
    refuseUnless(member.may(Right.POOL_WRITE, Right.DECISION_WRITE), "pool.no-right");
    return propose(draft, origin, about, member.actor());
  }

  /** The same in the name of somebody who found it in a case. */
  @Transactional(propagation = Propagation.MANDATORY)
  PoolFeature propose(Draft draft, Origin origin, String about, String actor) {
    PoolFeature entered = entered(draft, origin, about, FeatureState.PROPOSED, actor);
    features.add(entered, "");
    record("pool.proposed", entered, actor, Map.of("origin", origin.name(), "about", about));
    return entered;
  }

  /** Puts a feature in force at once; a second person reviews it afterwards, in 24 hours. */
  @Transactional
  public PoolFeature enterInEmergency(Draft draft, String reason, SignedIn member) {
    refuseUnless(member.may(Right.POOL_WRITE), "pool.no-right");
    String why = reasoned(reason);
    PoolFeature entered =
        entered(draft, Origin.EMERGENCY, "", FeatureState.EMERGENCY, member.actor());
    features.add(entered, why);
    PoolVersion version =
        versions.put(
            entered.feature(), Mode.LIVE, replaced(entered), Cause.EMERGENCY, member.actor());
    retireReplaced(entered, member);
    record("pool.emergency_entered", entered, member.actor(), facts(version, why));
    return entered;
  }

  /** A second person agrees: to a tested feature, or after the event to an emergency entry. */
  @Transactional
  public void approve(String id, String note, SignedIn member) {
    PoolFeature feature = locked(id);
    boolean after = feature.state() == FeatureState.EX_POST_REVIEW;
    refuseUnless(after || feature.state() == FeatureState.TESTED, "pool.state.refused");
    refuseUnlessSecond(feature, member);
    unmet(feature).stream()
        .findFirst()
        .ifPresent(
            standard -> {
              throw new ActionRefusedException(standard.code());
            });
    Instant now = clock.instant();
    features.approved(id, member.actor(), now);
    features.move(
        id,
        after ? FeatureState.ACTIVE : FeatureState.APPROVED,
        member.actor(),
        bounded(note),
        now);
    record("pool.approved", feature, member.actor(), Map.of("after_the_event", after));
  }

  /** A second person turns it down; an emergency entry leaves the pool with that. */
  @Transactional
  public void reject(String id, String note, SignedIn member) {
    PoolFeature feature = locked(id);
    refuseUnlessSecond(feature, member);
    String why = reasoned(note);
    switch (feature.state()) {
      case PROPOSED, TESTED, APPROVED -> {
        features.move(id, FeatureState.REJECTED, member.actor(), why, clock.instant());
        record("pool.rejected", feature, member.actor(), Map.of("reason", why));
      }
      case EMERGENCY, EX_POST_REVIEW -> remove(feature, "pool.rejected", why, member.actor());
      default -> throw new ActionRefusedException("pool.state.refused");
    }
  }

  /** The editor takes it back. */
  @Transactional
  public void withdraw(String id, SignedIn member) {
    PoolFeature feature = locked(id);
    refuseUnless(feature.editor().equals(member.actor()), "pool.not-yours");
    switch (feature.state()) {
      case PROPOSED, TESTED, APPROVED -> {
        features.move(id, FeatureState.WITHDRAWN, member.actor(), "", clock.instant());
        record("pool.withdrawn", feature, member.actor(), Map.of());
      }
      default -> throw new ActionRefusedException("pool.state.refused");
    }
  }

  /** Lets an approved feature run along: its hits are noted and count for nothing. */
  @Transactional
  public PoolVersion shadow(String id, SignedIn member) {
    PoolFeature feature = locked(id);
    refuseUnlessSecond(feature, member);
    refuseUnless(feature.state() == FeatureState.APPROVED, "pool.state.refused");
    PoolVersion version =
        versions.put(feature.feature(), Mode.SHADOW, List.of(), Cause.SHADOW, member.actor());
    features.move(id, FeatureState.SHADOW, member.actor(), version.name(), clock.instant());
    record("pool.shadowed", feature, member.actor(), facts(version, ""));
    return version;
  }

  /** Puts a feature in force, in the place of the one that it replaces. */
  @Transactional
  public PoolVersion activate(String id, SignedIn member) {
    PoolFeature feature = locked(id);
    refuseUnlessSecond(feature, member);
    refuseUnless(feature.state() == FeatureState.SHADOW, "pool.state.refused");
    PoolVersion version =
        versions.put(feature.feature(), Mode.LIVE, replaced(feature), Cause.ACTIVE, member.actor());
    features.move(id, FeatureState.ACTIVE, member.actor(), version.name(), clock.instant());
    retireReplaced(feature, member);
    record("pool.activated", feature, member.actor(), facts(version, ""));
    return version;
  }

  /** Takes a feature out of the pool. */
  @Transactional
  public void retire(String id, String note, SignedIn member) {
    refuseUnless(member.may(Right.POOL_APPROVE), "pool.no-right");
    retire(id, note, member.actor());
  }

  /** The same in the name of whoever approved a proposal to do so. */
  @Transactional(propagation = Propagation.MANDATORY)
  void retire(String id, String note, String actor) {
    PoolFeature feature = locked(id);
    refuseUnless(feature.state().inPool(), "pool.state.refused");
    remove(feature, "pool.retired", reasoned(note), actor);
  }

  /** Puts what an earlier version held in force again, as a new version. */
  @Transactional
  public PoolVersion rollBack(long to, SignedIn member) {
    refuseUnless(member.may(Right.POOL_APPROVE), "pool.no-right");
    Versions.RolledBack done = versions.rollBack(to, member.actor());
    Instant now = clock.instant();
    String note = done.version().name();
    done.left()
        .forEach(
            it -> features.move(it.feature(), FeatureState.RETIRED, member.actor(), note, now));
    done.back().forEach(it -> restore(it, note, now, member));
    Map<String, Object> facts = new TreeMap<>(facts(done.version(), ""));
    facts.put("restored", PoolVersion.name(to));
    facts.put("left", done.left().size());
    facts.put("back", done.back().size());
    journal.write(Act.of("pool.rolled_back", member.actor(), facts));
    return done.version();
  }

  /** Approves shipped features in the operator's name, of one category or of all. */
  @Transactional
  public int adopt(String category, SignedIn member) {
    refuseUnless(member.may(Right.POOL_APPROVE), "pool.no-right");
    List<String> shipped = features.unadopted(category);
    Instant now = clock.instant();
    shipped.forEach(
        id -> {
          features.approved(id, member.actor(), now);
          features.event(id, FeatureState.ACTIVE, member.actor(), "", now);
        });
    journal.write(
        Act.of(
            "pool.adopted",
            member.actor(),
            Map.of("category", category, "features", shipped.size())));
    return shipped.size();
  }

  /** The entry standards that a feature does not meet yet. */
  List<EntryStandard> unmet(PoolFeature feature) {
    Optional<ReplayResult> replay = replays.latest(feature.id()).map(ReplayRun::result);
    Threshold threshold = Threshold.of(policies);
    List<EntryStandard> unmet = new ArrayList<>();
    for (EntryStandard standard : EntryStandard.values()) {
      if (!standard.met(feature, replay, threshold)) {
        unmet.add(standard);
      }
    }
    return unmet;
  }

  /** Whether the gateway has the classifier that a feature asks; one that is missing holds all. */
  private boolean known(Feature feature) {
    return !(feature.characteristic() instanceof ClassifierThreshold threshold)
        || gateway.review().all().anyMatch(it -> it.name().equals(threshold.classifier()));
  }

  private PoolFeature entered(
      Draft draft, Origin origin, String about, FeatureState state, String editor) {
    if (!draft.replaces().isEmpty()) {
      refuseUnless(locked(draft.replaces()).state().inPool(), "pool.replaces.refused");
    }
    Instant now = clock.instant();
    Feature feature = draft.feature(RandomText.identifier("ft_"), editor);
    refuseUnless(known(feature), "pool.draft.classifier");
    return new PoolFeature(
        feature,
        origin,
        about,
        draft.replaces(),
        state,
        editor,
        null,
        now,
        null,
        now,
        state == FeatureState.EMERGENCY ? now.plus(policies.duration(Policy.EX_POST)) : null);
  }

  private void remove(PoolFeature feature, String act, String why, String actor) {
    PoolVersion version = versions.remove(feature.id(), actor);
    features.move(feature.id(), FeatureState.RETIRED, actor, why, clock.instant());
    record(act, feature, actor, facts(version, why));
  }

  private void restore(VersionStore.Held held, String note, Instant now, SignedIn member) {
    PoolFeature feature = locked(held.feature());
    boolean unapproved = feature.approver() == null && feature.origin() != Origin.STARTER;
    FeatureState state =
        held.mode() == Mode.SHADOW
            ? FeatureState.SHADOW
            : unapproved ? FeatureState.EX_POST_REVIEW : FeatureState.ACTIVE;
    features.move(feature.id(), state, member.actor(), note, now);
    if (unapproved) {
      features.due(feature.id(), now.plus(policies.duration(Policy.EX_POST)));
    }
  }

  private List<String> replaced(PoolFeature feature) {
    return feature.replaces().isEmpty() ? List.of() : List.of(feature.replaces());
  }

  private void retireReplaced(PoolFeature feature, SignedIn member) {
    for (String id : replaced(feature)) {
      if (locked(id).state().inPool()) {
        features.move(id, FeatureState.RETIRED, member.actor(), feature.id(), clock.instant());
      }
    }
  }

  private PoolFeature locked(String id) {
    return features.lock(id).orElseThrow(() -> new ActionRefusedException("pool.feature.unknown"));
  }

  private static void refuseUnlessSecond(PoolFeature feature, SignedIn member) {
    refuseUnless(!feature.editor().equals(member.actor()), "pool.same-person");
    refuseUnless(member.may(Right.POOL_APPROVE), "pool.no-right");
  }

  private static String reasoned(String note) {
    refuseUnless(!note.isBlank(), "pool.reason");
    return bounded(note);
  }

  private static String bounded(String note) {
    refuseUnless(note.length() <= LONGEST_NOTE, "pool.reason");
    return note.strip();
  }

  private static Map<String, Object> facts(PoolVersion version, String reason) {
    return Map.of(
        "version", version.name(), "pool_sha256", version.contentSha256(), "reason", reason);
  }

  private void record(String type, PoolFeature feature, String actor, Map<String, ?> more) {
    Map<String, Object> facts = new TreeMap<>(more);
    facts.put("feature", feature.id());
    facts.put("definition_sha256", Sha256.of(FeatureJson.write(feature.feature())));
    journal.write(Act.of(type, actor, facts));
  }
}
