package io.assay.office.identity;

import io.assay.office.MasterSecret;
import io.assay.office.RandomText;
import io.assay.office.identity.Answer.Reason;
import io.assay.office.identity.CodeStore.OneTimeCode;
import io.assay.office.subject.Subject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One-time codes and their limits. Codes and numbers are kept as keyed hashes. Issuing and matching
 * run inside a transaction that has locked the subject.
 */
@Component
class OneTimeCodes {
  private static final int DIGITS = 6;
  private static final Duration DAY = Duration.ofDays(1);

  private final CodeStore store;
  private final MasterSecret secret;
  private final IdentityNumbers policy;
  private final Clock clock;

  OneTimeCodes(CodeStore store, MasterSecret secret, IdentityNumbers policy, Clock clock) {
    this.store = store;
    this.secret = secret;
    this.policy = policy;
    this.clock = clock;
  }

  sealed interface Issue {
    /** The code to send; it works from now on, and no earlier one does. */
    record Issued(String id, String code) implements Issue {}

    record Denied(Reason reason) implements Issue {}
  }

  sealed interface Match {
    /** The right code, which is used up by this. */
    record Right(OneTimeCode code) implements Match {}

    record Wrong(Reason reason) implements Match {}
  }

  Issue issue(Subject subject, MobileNumber number) {
    Instant now = clock.instant();
    String numberHmac = secret.hmac("sms-number", number.digits());
    store.lockNumber(numberHmac);
    if (store.countSince(subject.id(), numberHmac, now.minus(policy.resendAfter())) > 0) {
      return new Issue.Denied(Reason.TOO_SOON);
    }
    if (store.countSince(subject.id(), numberHmac, now.minus(DAY)) >= policy.codesPerDay()) {
      return new Issue.Denied(Reason.TOO_MANY);
    }
    String id = RandomText.identifier("otc_");
    String code = RandomText.digits(DIGITS);
    store.closeAll(subject.id(), now);
    store.add(
        subject.id(),
        numberHmac,
        new OneTimeCode(
            id,
            secret.hmac("identity/" + subject.tenant(), number.digits()),
            secret.hmac("identity", Method.MOBILE_CODE.name() + ":" + number.digits()),
            number.masked(),
            codeHmac(id, code),
            now,
            now.plus(policy.codeLife()),
            0));
    return new Issue.Issued(id, code);
  }

  Match match(Subject subject, String typed) {
    Optional<OneTimeCode> waiting = waiting(subject);
    if (waiting.isEmpty()) {
      return new Match.Wrong(Reason.NO_CODE);
    }
    OneTimeCode code = waiting.get();
    store.countTry(code.id());
    if (!same(codeHmac(code.id(), Typed.normalised(typed)), code.codeHmac())) {
      boolean last = code.tries() + 1 >= policy.codeTries();
      return new Match.Wrong(last ? Reason.NO_CODE : Reason.WRONG_CODE);
    }
    store.close(code.id(), clock.instant());
    return new Match.Right(code);
  }

  /** The code that waits to be entered. */
  Optional<OneTimeCode> waiting(Subject subject) {
    return store
        .open(subject.id())
        .filter(code -> code.tries() < policy.codeTries())
        .filter(code -> clock.instant().isBefore(code.expiresAt()));
  }

  void withdraw(String id) {
    store.close(id, clock.instant());
  }

  /** Forgets codes that no limit asks about any longer. */
  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  @Transactional
  public void forgetOld() {
    store.forgetBefore(clock.instant().minus(DAY.multipliedBy(2)));
  }

  private String codeHmac(String id, String code) {
    return secret.hmac("one-time-code", id + ":" + code);
  }

  private static boolean same(String left, String right) {
    return MessageDigest.isEqual(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }
}
