package io.assay.office.identity;

import io.assay.office.IdentityPolicy;
import io.assay.office.OfficeConfig;
import io.assay.office.policy.Policies;
import io.assay.office.policy.PolicyNumber;
import io.assay.office.policy.PolicyNumber.Unit;
import io.assay.office.policy.PolicyNumbers;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Times and rates of verification: policy, which begins as the operator configured it. */
@Component
final class IdentityNumbers implements PolicyNumbers {
  private final PolicyNumber codeLife;
  private final PolicyNumber codeTries;
  private final PolicyNumber resendAfter;
  private final PolicyNumber codesPerDay;
  private final PolicyNumber attemptsPerDay;
  private final PolicyNumber life;
  private final PolicyNumber recycledAfter;
  private final PolicyNumber revealFor;
  private final ObjectProvider<Policies> policies;

  IdentityNumbers(OfficeConfig config, ObjectProvider<Policies> policies) {
    IdentityPolicy shipped = config.identity();
    this.codeLife = time("identity.code-life", Unit.SECONDS, shipped.codeLife(), 30, 3_600);
    this.codeTries = count("identity.code-tries", shipped.codeTries(), 20);
    this.resendAfter = time("identity.resend-after", Unit.SECONDS, shipped.resendAfter(), 1, 3_600);
    this.codesPerDay = count("identity.codes-per-day", shipped.codesPerDay(), 100);
    this.attemptsPerDay = count("identity.attempts-per-day", shipped.attemptsPerDay(), 100);
    this.life = time("identity.life", Unit.DAYS, shipped.life(), 1, 3_650);
    this.recycledAfter =
        time("identity.recycled-after", Unit.DAYS, shipped.recycledAfter(), 1, 3_650);
    this.revealFor = time("identity.reveal-for", Unit.MINUTES, shipped.revealFor(), 1, 1_440);
    this.policies = policies;
  }

  private static PolicyNumber time(
      String name, Unit unit, Duration shipped, long least, long most) {
    return PolicyNumber.of(name, unit, shipped, least, most);
  }

  private static PolicyNumber count(String name, int shipped, long most) {
    return new PolicyNumber(name, Unit.COUNT, shipped, 1, most);
  }

  @Override
  public List<PolicyNumber> numbers() {
    return List.of(
        codeLife,
        codeTries,
        resendAfter,
        codesPerDay,
        attemptsPerDay,
        life,
        recycledAfter,
        revealFor);
  }

  /** How long a one-time code works. */
  Duration codeLife() {
    return policies.getObject().duration(codeLife);
  }

  /** How often a code may be entered. */
  int codeTries() {
    return policies.getObject().count(codeTries);
  }

  /** How long until another code is sent to the same subject or number. */
  Duration resendAfter() {
    return policies.getObject().duration(resendAfter);
  }

  /** Most codes within 24 hours to the same subject, and to the same number. */
  int codesPerDay() {
    return policies.getObject().count(codesPerDay);
  }

  /** Most questions to a verifier within 24 hours for the same subject. */
  int attemptsPerDay() {
    return policies.getObject().count(attemptsPerDay);
  }

  /** How long a verification holds. */
  Duration life() {
    return policies.getObject().duration(life);
  }

  /** After how long a number that verifies somebody else asks its former holder again. */
  Duration recycledAfter() {
    return policies.getObject().duration(recycledAfter);
  }

  /** How long a revealed identity can be seen. */
  Duration revealFor() {
    return policies.getObject().duration(revealFor);
  }
}
