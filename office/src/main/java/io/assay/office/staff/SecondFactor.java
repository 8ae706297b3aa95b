package io.assay.office.staff;

import io.assay.office.MasterSecret;
import io.assay.office.RandomText;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.staff.FactorStore.Factor;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second factor of members: one-time passwords of an authenticator, and recovery codes for the
 * day on which it is lost. Secrets are sealed, codes kept as keyed hashes.
 */
@Component
class SecondFactor {
  private static final int CODES = 10;
  private static final int CODE_BYTES = 9;
  private static final String PURPOSE = "second-factor";

  private final FactorStore store;
  private final MasterSecret secret;
  private final Journal journal;
  private final Clock clock;

  SecondFactor(FactorStore store, MasterSecret secret, Journal journal, Clock clock) {
    this.store = store;
    this.secret = secret;
    this.journal = journal;
    this.clock = clock;
  }

  /** By what somebody passed. */
  enum Passed {
    ONE_TIME_PASSWORD,
    RECOVERY_CODE
  }

  /**
   * Binds an authenticator that shows the right password.
   *
   * @return recovery codes, shown this once; empty when the password is wrong
   */
  @Transactional
  Optional<List<String>> bind(String member, Totp totp, String typed) {
    OptionalLong step = totp.match(typed, clock.instant(), 0);
    if (step.isEmpty()) {
      return Optional.empty();
    }
    List<String> codes = Stream.generate(() -> RandomText.secret(CODE_BYTES)).limit(CODES).toList();
    store.set(
        member,
        secret.seal(PURPOSE + "/" + member, totp.secret()),
        clock.instant(),
        step.getAsLong(),
        codes.stream().map(code -> hmac(member, code)).toList());
    journal.write(Act.of("staff.factor_bound", "staff:" + member, Map.of("member", member)));
    return Optional.of(codes);
  }

  /** By what {@code typed} passes, which is used up by this; empty when it does not. */
  @Transactional
  Optional<Passed> check(String member, String typed) {
    Optional<Factor> factor = store.lock(member);
    if (factor.isEmpty()) {
      return Optional.empty();
    }
    Totp totp = Totp.of(secret.open(PURPOSE + "/" + member, factor.get().sealed()));
    OptionalLong step = totp.match(typed, clock.instant(), factor.get().usedStep());
    if (step.isPresent()) {
      store.use(member, step.getAsLong());
      return Optional.of(Passed.ONE_TIME_PASSWORD);
    }
    return store.useCode(member, hmac(member, typed.strip()), clock.instant())
        ? Optional.of(Passed.RECOVERY_CODE)
        : Optional.empty();
  }

  /** Takes the factor away. */
  @Transactional
  void remove(String member, String actor) {
    store.remove(member);
    journal.write(Act.of("staff.factor_removed", actor, Map.of("member", member)));
  }

  int codesLeft(String member) {
    return store.codesLeft(member);
  }

  static String name(Passed passed) {
    return passed.name().toLowerCase(Locale.ROOT);
  }

  private String hmac(String member, String code) {
    return secret.hmac("recovery-code", member + ":" + code);
  }
}
