package io.assay.office.posture;

import io.assay.office.RandomText;
import io.assay.office.identity.IdentityService;
import io.assay.office.journal.Act;
import io.assay.office.key.IssuedKey;
import io.assay.office.key.KeyService;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import io.assay.office.tenant.TenantService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keys for one round of canaries. Each round has subjects of its own, so that what they provoke
 * falls on nobody else; afterwards their keys are revoked.
 */
@Component
class CanaryKeys {
  private static final String TENANT = "canary";

  private final PostureStore store;
  private final TenantService tenants;
  private final SubjectService subjects;
  private final IdentityService identities;
  private final KeyService keys;

  CanaryKeys(
      PostureStore store,
      TenantService tenants,
      SubjectService subjects,
      IdentityService identities,
      KeyService keys) {
    this.store = store;
    this.tenants = tenants;
    this.subjects = subjects;
    this.identities = identities;
    this.keys = keys;
  }

  @Transactional
  IssuedKey verified() {
    return key(identities.admitToTrial(subject()).orElseThrow());
  }

  @Transactional
  IssuedKey unverified() {
    return key(subject());
  }

  @Transactional
  void revoke(IssuedKey key) {
    keys.revoke(key.key().id(), Act.SYSTEM);
  }

  private Subject subject() {
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
