package io.assay.office.bootstrap;

import io.assay.office.OfficeConfig;
import io.assay.office.identity.IdentityService;
import io.assay.office.journal.Act;
import io.assay.office.key.KeyService;
import io.assay.office.staff.Role;
import io.assay.office.staff.StaffService;
import io.assay.office.staff.StaffService.Outcome;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import io.assay.office.tenant.Tenant;
import io.assay.office.tenant.TenantService;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the first administrator, and outside production a trial, once in the life of a database.
 */
@Component
public class Bootstrap {
  private static final String ADMINISTRATOR = "admin";
  private static final String TRIAL = "trial";

  private final StaffService staff;
  private final TenantService tenants;
  private final SubjectService subjects;
  private final IdentityService identities;
  private final KeyService keys;
  private final OfficeConfig config;

  Bootstrap(
      StaffService staff,
      TenantService tenants,
      SubjectService subjects,
      IdentityService identities,
      KeyService keys,
      OfficeConfig config) {
    this.staff = staff;
    this.tenants = tenants;
    this.subjects = subjects;
    this.identities = identities;
    this.keys = keys;
    this.config = config;
  }

  /**
   * Does the first start when the register of staff is empty; nothing otherwise.
   *
   * @param keep gets the facts before they are committed, so that a crash cannot lose them
   */
  @Transactional
  public Optional<FirstRun> run(Consumer<FirstRun> keep) {
    if (!staff.empty()) {
      return Optional.empty();
    }
    FirstRun facts =
        new FirstRun(
            ADMINISTRATOR,
            administrator(),
            config.production() ? Optional.empty() : Optional.of(trial()));
    keep.accept(facts);
    return Optional.of(facts);
  }

  private String administrator() {
    Set<Role> roles =
        config.production()
            ? EnumSet.of(Role.SYSTEM_ADMIN)
            : EnumSet.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN);
    return switch (staff.create(ADMINISTRATOR, roles, Act.SYSTEM)) {
      case Outcome.Created created -> created.oneTimePassword();
      case Outcome.Changed changed -> throw new IllegalStateException("not created: " + changed);
      case Outcome.Refused refused -> throw new IllegalStateException(refused.code());
    };
  }

  private FirstRun.Trial trial() {
    Tenant tenant = tenants.create(TRIAL, Act.SYSTEM).orElseThrow();
    Subject registered = subjects.register(tenant.id(), "trial-user", Act.SYSTEM).orElseThrow();
    Subject verified = identities.admitToTrial(registered).orElseThrow();
    Subject unverified =
        subjects.register(tenant.id(), "unverified-user", Act.SYSTEM).orElseThrow();
    return new FirstRun.Trial(key(verified), key(unverified));
  }

  private String key(Subject subject) {
    return keys.issue(subject.id(), "first key", Act.SYSTEM).orElseThrow().secret().text();
  }
}
