package io.assay.app.demo;

import io.assay.office.journal.Act;
import io.assay.office.key.KeyService;
import io.assay.office.staff.Role;
import io.assay.office.staff.StaffService;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import io.assay.office.tenant.TenantService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The people of the demo. All are invented; so are their numbers. */
final class Cast {
  private static final int USERS = 8;
  private static final List<String> TENANTS =
      List.of("Lantern Studio", "Paper Kite Learning", "Harbour Sound");
  private static final Map<String, Role> STAFF = staff();

  private final Stage stage;
  private final List<User> users = new ArrayList<>();

  /** An end user of a tenant with a key. */
  record User(Subject subject, String tenant, String key, boolean verified) {}

  Cast(Stage stage) {
    this.stage = stage;
  }

  /** Those who may generate. */
  List<User> verified() {
    return users.stream().filter(User::verified).toList();
  }

  List<User> unverified() {
    return users.stream().filter(user -> !user.verified()).toList();
  }

  /** Registers everybody; one user of each tenant leaves the identity unverified. */
  void arrive() {
    for (String name : TENANTS) {
      String tenant = stage.office(TenantService.class).create(name, Act.SYSTEM).orElseThrow().id();
      for (int number = 1; number <= USERS; number++) {
        users.add(register(tenant, name, "user-%03d".formatted(number), number < USERS));
      }
    }
  }

  private User register(String tenant, String name, String reference, boolean verifies) {
    Subject subject =
        stage.office(SubjectService.class).register(tenant, reference, Act.SYSTEM).orElseThrow();
    String key =
        stage
            .office(KeyService.class)
            .issue(subject.id(), "demo", Act.SYSTEM)
            .orElseThrow()
            .secret()
            .text();
    if (verifies) {
      verify(subject);
    }
    return new User(subject, name, key, verifies);
  }

  private void verify(Subject subject) {
    String number = "1380000%04d".formatted(users.size() + 1);
    String page = stage.office(subject.verificationPath());
    try (Web web = new Web()) {
      web.submit(page, page + "/mobile", Map.of("number", number));
      web.submit(page, page + "/code", Map.of("code", stage.carrier().code(number)));
    }
  }

  /** Makes a member of staff for each kind of work; gives the one-time passwords by name. */
  Map<String, String> hire() {
    Map<String, String> passwords = new LinkedHashMap<>();
    STAFF.forEach(
        (name, role) -> {
          switch (stage.office(StaffService.class).create(name, Set.of(role), Act.SYSTEM)) {
            case StaffService.Outcome.Created created ->
                passwords.put(name, created.oneTimePassword());
            case StaffService.Outcome.Changed changed -> throw new IllegalStateException(name);
            case StaffService.Outcome.Refused refused ->
                throw new IllegalStateException(name + ": " + refused.code());
          }
        });
    return passwords;
  }

  private static Map<String, Role> staff() {
    Map<String, Role> staff = new LinkedHashMap<>();
    staff.put("reviewer", Role.REVIEWER);
    staff.put("second.reviewer", Role.REVIEWER);
    staff.put("senior.reviewer", Role.SENIOR_REVIEWER);
    staff.put("pool.editor", Role.POOL_EDITOR);
    staff.put("pool.approver", Role.POOL_APPROVER);
    staff.put("case.handler", Role.CASE_HANDLER);
    staff.put("compliance", Role.COMPLIANCE_OFFICER);
    staff.put("privacy", Role.PRIVACY_OFFICER);
    return staff;
  }
}
