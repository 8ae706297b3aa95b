package io.assay.office.staff;

import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks a name and a password. Every failure looks the same outside; the journal says which it
 * was. Who has a second factor is only halfway in.
 */
@Component
class SignIn implements AuthenticationProvider {
  private static final int LONGEST_PASSWORD = 200;

  private final MemberStore store;
  private final Passwords passwords;
  private final Throttle throttle;
  private final Journal journal;
  private final StaffLimits limits;
  private final Clock clock;

  SignIn(
      MemberStore store,
      Passwords passwords,
      Throttle throttle,
      Journal journal,
      StaffLimits limits,
      Clock clock) {
    this.store = store;
    this.passwords = passwords;
    this.throttle = throttle;
    this.journal = journal;
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String address =
        attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
    if (throttle.holds(address)) {
      throw failed("", "too many failures from this address");
    }
    try {
      return check(attempt);
    } catch (BadCredentialsException e) {
      throttle.failed(address);
      throw e;
    }
  }

  private Authentication check(Authentication attempt) {
    String password = String.valueOf(attempt.getCredentials());
    Optional<Member> found =
        password.length() > LONGEST_PASSWORD
            ? Optional.empty()
            : store.findByName(attempt.getName());
    if (found.isEmpty()) {
      passwords.matchNobody("");
      throw failed("", "unknown");
    }
    Member member = found.get();
    boolean right = passwords.matches(password, store.passwordHash(member.id()));
    if (member.disabled()) {
      throw failed(member.id(), "disabled");
    }
    if (member.locked(clock.instant())) {
      throw failed(member.id(), "locked");
    }
    if (!right) {
      lockAfterTooMany(member);
      throw failed(member.id(), "wrong password");
    }
    return member.secondFactor() ? halfway(member) : admit(member, "password");
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }

  /** Lets the member in, by what the journal is told. */
  Authentication admit(Member member, String by) {
    store.signedIn(member.id(), clock.instant());
    journal.write(
        Act.of(
            "staff.signed_in", member.signedIn().actor(), Map.of("member", member.id(), "by", by)));
    return authentication(member);
  }

  static Authentication halfway(Member member) {
    return UsernamePasswordAuthenticationToken.authenticated(
        new Halfway(member.id(), member.name(), member.epoch()), null, List.of());
  }

  static Authentication authentication(Member member) {
    List<SimpleGrantedAuthority> authorities =
        member.roles().stream()
            .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
            .toList();
    return UsernamePasswordAuthenticationToken.authenticated(member.signedIn(), null, authorities);
  }

  /** Counts a failure of the member, by which the account locks in the end. */
  void lockAfterTooMany(Member member) {
    if (store.countFailure(member.id()) >= limits.failures()) {
      Instant until = clock.instant().plus(limits.lock());
      store.lock(member.id(), until);
      journal.write(
          Act.of(
              "staff.locked",
              Act.SYSTEM,
              Map.of("member", member.id(), "until", until.toString())));
    }
  }

  /** The failure as the visitor sees it; the journal is told more. */
  BadCredentialsException failed(String member, String reason) {
    journal.write(
        Act.of("staff.sign_in_failed", Act.VISITOR, Map.of("member", member, "reason", reason)));
    return new BadCredentialsException("name or password is wrong");
  }
}
