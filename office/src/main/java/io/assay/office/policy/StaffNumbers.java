package io.assay.office.policy;

import io.assay.office.OfficeConfig;
import io.assay.office.policy.PolicyNumber.Unit;
import io.assay.office.staff.StaffLimits;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Limits of staff accounts, which begin as the operator configured them; here because members of
 * the staff change numbers.
 */
@Component
final class StaffNumbers implements PolicyNumbers, StaffLimits {
  private final PolicyNumber failures;
  private final PolicyNumber failuresPerAddress;
  private final PolicyNumber lock;
  private final PolicyNumber idle;
  private final PolicyNumber shortestPassword;
  private final PolicyNumber tokenLife;
  private final ObjectProvider<Policies> policies;

  StaffNumbers(OfficeConfig config, ObjectProvider<Policies> policies) {
    OfficeConfig.StaffPolicy shipped = config.staff();
    this.failures =
        new PolicyNumber("staff.failures", Unit.COUNT, shipped.failuresBeforeLock(), 1, 100);
    this.failuresPerAddress =
        new PolicyNumber(
            "staff.failures-per-address", Unit.COUNT, shipped.failuresPerAddress(), 1, 10_000);
    this.lock = PolicyNumber.of("staff.lock", Unit.MINUTES, shipped.lock(), 1, 10_080);
    this.idle = PolicyNumber.of("staff.idle", Unit.MINUTES, shipped.idle(), 1, 1_440);
    this.shortestPassword =
        new PolicyNumber("staff.shortest-password", Unit.COUNT, shipped.shortestPassword(), 8, 64);
    this.tokenLife = PolicyNumber.of("staff.token-life", Unit.DAYS, shipped.tokenLife(), 1, 3_650);
    this.policies = policies;
  }

  @Override
  public List<PolicyNumber> numbers() {
    return List.of(failures, failuresPerAddress, lock, idle, shortestPassword, tokenLife);
  }

  @Override
  public int failures() {
    return policies.getObject().count(failures);
  }

  @Override
  public int failuresPerAddress() {
    return policies.getObject().count(failuresPerAddress);
  }

  @Override
  public Duration lock() {
    return policies.getObject().duration(lock);
  }

  @Override
  public Duration idle() {
    return policies.getObject().duration(idle);
  }

  @Override
  public int shortestPassword() {
    return policies.getObject().count(shortestPassword);
  }

  @Override
  public Duration tokenLife() {
    return policies.getObject().duration(tokenLife);
  }
}
