package io.assay.app.demo;

import io.assay.office.journal.Act;
import io.assay.office.key.KeyService;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import io.assay.office.tenant.TenantService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The people of the demo. All are invented; so are their numbers. */
final class Cast {
  private static final int USERS = 8;
  private static final String OFFENDER = "user-007";
  private static final List<String> TENANTS = Lines.of("tenants.txt");

  private final Stage stage;
  private final List<User> users = new ArrayList<>();

  /** An end user of a tenant with a key. */
  record User(Subject subject, String tenant, String key, boolean verified) {}

  Cast(Stage stage) {
    this.stage = stage;
  }

  /** Those who may generate and keep to the rules. */
  List<User> verified() {
    return users.stream().filter(it -> it.verified() && !offends(it)).toList();
  }

  /** One user of each tenant who does not keep to the rules. */
  List<User> offenders() {
    return users.stream().filter(Cast::offends).toList();
  }

  private static boolean offends(User user) {
    return user.subject().reference().equals(OFFENDER);
  }

  List<User> everybody() {
    return List.copyOf(users);
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
}
