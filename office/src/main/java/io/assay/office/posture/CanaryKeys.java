package io.assay.office.posture;

import io.assay.office.RandomText;
import io.assay.office.document.Acceptance.Via;
import io.assay.office.document.Acceptances;
import io.assay.office.document.Acceptances.Manner;
import io.assay.office.document.PublicDocument;
import io.assay.office.identity.IdentityService;
import io.assay.office.journal.Act;
import io.assay.office.key.IssuedKey;
import io.assay.office.key.Key;
import io.assay.office.key.KeyService;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import io.assay.office.tenant.TenantService;
import io.assay.office.web.Site;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Subjects and keys of canaries, all of one tenant, so that what they provoke falls on nobody else
 * and nobody counts it. A subject is used again for as long as the rule against repeated bad inputs
 * leaves it alone.
 */
@Component
class CanaryKeys {
  private static final String TENANT = "canary";

  /** Bad inputs of one day after which another subject takes over: a round adds two. */
  private static final int BAD_BEFORE_REST = 2;

  /** How long the key of the unverified is used. */
  private static final Duration KEPT = Duration.ofDays(1);

  private final PostureStore store;
  private final TenantService tenants;
  private final SubjectService subjects;
  private final IdentityService identities;
  private final Acceptances acceptances;
  private final KeyService keys;
  private final Clock clock;

  CanaryKeys(
      PostureStore store,
      TenantService tenants,
      SubjectService subjects,
      IdentityService identities,
      Acceptances acceptances,
      KeyService keys,
      Clock clock) {
    this.store = store;
    this.tenants = tenants;
    this.subjects = subjects;
    this.identities = identities;
    this.acceptances = acceptances;
    this.keys = keys;
    this.clock = clock;
  }

  /** A key of somebody verified who has accepted every document in force. */
  @Transactional
  IssuedKey verified() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Site.ZONE);
    Subject subject =
        store
            .restedCanary(BAD_BEFORE_REST, today.atStartOfDay(Site.ZONE).toInstant())
            .flatMap(subjects::find)
            .orElseGet(() -> identities.admitToTrial(registered()).orElseThrow());
    for (PublicDocument due : acceptances.due(subject.id())) {
      acceptances.accept(subject, due.id(), new Manner(Via.TENANT, Locale.ENGLISH, "", Act.SYSTEM));
    }
    return key(subject);
  }

  /** A key of somebody unverified: the one in hand, as long as it is good. */
  @Transactional
  IssuedKey unverified(Optional<IssuedKey> inHand) {
    return inHand
        .filter(it -> keys.find(it.key().id()).filter(this::fresh).isPresent())
        .orElseGet(
            () -> {
              Subject subject =
                  store.unverifiedCanary().flatMap(subjects::find).orElseGet(this::registered);
              keys.of(subject.id()).stream()
                  .filter(it -> it.inForce() && !fresh(it))
                  .forEach(it -> keys.revoke(it.id(), Act.SYSTEM));
              return key(subject);
            });
  }

  private boolean fresh(Key key) {
    return key.inForce() && key.createdAt().isAfter(clock.instant().minus(KEPT));
  }

  @Transactional
  void revoke(IssuedKey key) {
    keys.revoke(key.key().id(), Act.SYSTEM);
  }

  private Subject registered() {
    return subjects.register(tenant(), RandomText.identifier("canary-"), Act.SYSTEM).orElseThrow();
  }

  private String tenant() {
    return store
        .canary()
        .orElseGet(
            () -> {
              String id =
                  tenants
                      .create(TENANT, Act.SYSTEM)
                      .or(() -> tenants.create(RandomText.identifier(TENANT + " "), Act.SYSTEM))
                      .orElseThrow()
                      .id();
              store.canary(id);
              return id;
            });
  }

  private IssuedKey key(Subject subject) {
    return keys.issue(subject.id(), "canary", Act.SYSTEM).orElseThrow();
  }
}
