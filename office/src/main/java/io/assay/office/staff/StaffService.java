package io.assay.office.staff;

import io.assay.office.OfficeConfig;
import io.assay.office.RandomText;
import io.assay.office.Slice;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of staff. */
@Component
public class StaffService {
  private static final int ONE_TIME_BYTES = 15;

  private final MemberStore store;
  private final Passwords passwords;
  private final SecondFactor factor;
  private final Journal journal;
  private final OfficeConfig config;
  private final StaffLimits limits;
  private final Clock clock;

  StaffService(
      MemberStore store,
      Passwords passwords,
      SecondFactor factor,
      Journal journal,
      OfficeConfig config,
      StaffLimits limits,
      Clock clock) {
    this.store = store;
    this.passwords = passwords;
    this.factor = factor;
    this.journal = journal;
    this.config = config;
    this.limits = limits;
    this.clock = clock;
  }

  /** How an attempt to add a member or to change one ended. */
  public sealed interface Outcome {
    /** Done; the one-time password is shown this once. */
    record Created(String id, String oneTimePassword) implements Outcome {}

    record Changed() implements Outcome {}

    /** Refused; {@code code} names a message. */
    record Refused(String code) implements Outcome {}
  }

  @Transactional
  public Outcome create(String name, Set<Role> roles, String actor) {
    String wanted = name.strip();
    if (!wanted.matches("[A-Za-z0-9._@-]{2,64}")) {
      return new Outcome.Refused("staff.name.invalid");
    }
    if (!separated(roles)) {
      return new Outcome.Refused("staff.roles.separate");
    }
    String password = RandomText.secret(ONE_TIME_BYTES);
    Member member =
        new Member(
            RandomText.identifier("stf_"),
            wanted,
            roles,
            true,
            false,
            null,
            false,
            null,
            1,
            clock.instant());
    if (!store.add(member, passwords.hash(password))) {
      return new Outcome.Refused("staff.name.taken");
    }
    journal.write(
        Act.of("staff.created", actor, Map.of("member", member.id(), "roles", text(roles))));
    return new Outcome.Created(member.id(), password);
  }

  /**
   * Why {@code actor} may not give the member these roles, as a message code; empty when it may.
   */
  public Optional<String> objection(String id, Set<Role> roles, String actor) {
    if (store.find(id).isEmpty()) {
      return Optional.of("staff.unknown");
    }
    if (actor.equals("staff:" + id)) {
      return Optional.of("staff.self");
    }
    return separated(roles) ? Optional.empty() : Optional.of("staff.roles.separate");
  }

  @Transactional
  public Outcome setRoles(String id, Set<Role> roles, String actor) {
    Optional<String> objection = objection(id, roles, actor);
    if (objection.isPresent()) {
      return new Outcome.Refused(objection.get());
    }
    store.setRoles(id, roles);
    journal.write(Act.of("staff.roles_set", actor, Map.of("member", id, "roles", text(roles))));
    return new Outcome.Changed();
  }

  /** Takes the second factor from a member who lost it. */
  @Transactional
  public Outcome resetFactor(String id, String actor) {
    Optional<String> objection = objection(id, Set.of(), actor);
    if (objection.isPresent()) {
      return new Outcome.Refused(objection.get());
    }
    factor.remove(id, actor);
    return new Outcome.Changed();
  }

  @Transactional
  public Outcome setDisabled(String id, boolean disabled, SignedIn actor) {
    if (id.equals(actor.id())) {
      return new Outcome.Refused("staff.self");
    }
    if (store.find(id).isEmpty()) {
      return new Outcome.Refused("staff.unknown");
    }
    store.setDisabled(id, disabled);
    journal.write(
        Act.of(disabled ? "staff.disabled" : "staff.enabled", actor.actor(), Map.of("member", id)));
    return new Outcome.Changed();
  }

  /** A fresh one-time password for a member who lost theirs; ends their sessions and the lock. */
  @Transactional
  public Outcome resetPassword(String id, SignedIn actor) {
    if (id.equals(actor.id())) {
      return new Outcome.Refused("staff.self");
    }
    if (store.find(id).isEmpty()) {
      return new Outcome.Refused("staff.unknown");
    }
    String password = RandomText.secret(ONE_TIME_BYTES);
    store.setPassword(id, passwords.hash(password), true);
    journal.write(Act.of("staff.password_reset", actor.actor(), Map.of("member", id)));
    return new Outcome.Created(id, password);
  }

  /** Changes the member's own password; the message code of the reason when it may not be. */
  @Transactional
  Optional<String> changePassword(SignedIn member, String current, String next) {
    if (!passwords.matches(current, store.passwordHash(member.id()))) {
      return Optional.of("staff.password.wrong");
    }
    if (next.length() < limits.shortestPassword() || next.length() > 200) {
      return Optional.of("staff.password.short");
    }
    if (next.equals(current) || next.equalsIgnoreCase(member.name())) {
      return Optional.of("staff.password.same");
    }
    store.setPassword(member.id(), passwords.hash(next), false);
    journal.write(Act.of("staff.password_changed", member.actor(), Map.of("member", member.id())));
    return Optional.empty();
  }

  public boolean empty() {
    return store.all().isEmpty();
  }

  /** Every member, by name. */
  public List<Member> all() {
    return store.all();
  }

  /** A page of the staff by name; it goes on after the last name. */
  public Slice<Member> list(String after, int size) {
    return Slice.of(store.list(after, size + 1), size, Member::name);
  }

  public Optional<Member> find(String id) {
    return store.find(id);
  }

  /** In production no one holds two of the three administrator roles. */
  private boolean separated(Set<Role> roles) {
    return !config.production() || roles.stream().filter(Role::administrates).count() <= 1;
  }

  /** The roles by name, in one order. */
  public static String text(Set<Role> roles) {
    return roles.stream().map(Role::name).sorted().collect(Collectors.joining(" "));
  }
}
