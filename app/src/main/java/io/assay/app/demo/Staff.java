package io.assay.app.demo;

import io.assay.office.RandomText;
import io.assay.office.journal.Act;
import io.assay.office.staff.Role;
import io.assay.office.staff.StaffService;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The operator's people, one or two for each kind of work. All are invented. */
final class Staff {
  private static final int PASSWORD_BYTES = 12;
  private static final Map<String, Role> ROLES = roles();

  private final Map<String, Clerk> clerks = new LinkedHashMap<>();
  private final Map<String, String> passwords = new LinkedHashMap<>();

  /** Makes a member for each kind of work, who signs in and chooses a password. */
  static Staff hire(Stage stage) {
    Staff staff = new Staff();
    ROLES.forEach(
        (name, role) -> {
          if (!(stage.office(StaffService.class).create(name, Set.of(role), Act.SYSTEM)
              instanceof StaffService.Outcome.Created created)) {
            throw new IllegalStateException("no member " + name);
          }
          String password = RandomText.secret(PASSWORD_BYTES);
          staff.passwords.put(name, password);
          staff.clerks.put(name, Clerk.of(stage, name, created.oneTimePassword(), password));
        });
    return staff;
  }

  Clerk member(String name) {
    Clerk clerk = clerks.get(name);
    if (clerk == null) {
      throw new IllegalArgumentException("nobody is called " + name);
    }
    return clerk;
  }

  /** With which password each signs in. */
  Map<String, String> passwords() {
    return new LinkedHashMap<>(passwords);
  }

  private static Map<String, Role> roles() {
    Map<String, Role> roles = new LinkedHashMap<>();
    roles.put("system.admin", Role.SYSTEM_ADMIN);
    roles.put("security.admin", Role.SECURITY_ADMIN);
    roles.put("auditor", Role.AUDIT_ADMIN);
    roles.put("reviewer", Role.REVIEWER);
    roles.put("second.reviewer", Role.REVIEWER);
    roles.put("senior.reviewer", Role.SENIOR_REVIEWER);
    roles.put("pool.editor", Role.POOL_EDITOR);
    roles.put("pool.approver", Role.POOL_APPROVER);
    roles.put("case.handler", Role.CASE_HANDLER);
    roles.put("second.handler", Role.CASE_HANDLER);
    roles.put("compliance", Role.COMPLIANCE_OFFICER);
    roles.put("second.compliance", Role.COMPLIANCE_OFFICER);
    roles.put("privacy", Role.PRIVACY_OFFICER);
    roles.put("inspector", Role.INSPECTOR);
    return roles;
  }
}
