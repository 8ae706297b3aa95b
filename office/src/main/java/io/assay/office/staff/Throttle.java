package io.assay.office.staff;

import io.assay.office.MasterSecret;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts failed sign-ins of each address, whatever accounts they were for; after too many, the
 * address has to wait. Addresses are kept as keyed hashes.
 */
@Component
class Throttle {
  private final FailureStore store;
  private final MasterSecret secret;
  private final StaffLimits limits;
  private final Clock clock;

  Throttle(FailureStore store, MasterSecret secret, StaffLimits limits, Clock clock) {
    this.store = store;
    this.secret = secret;
    this.limits = limits;
    this.clock = clock;
  }

  boolean holds(String address) {
    return store.countSince(hmac(address), clock.instant().minus(limits.lock()))
        >= limits.failuresPerAddress();
  }

  void failed(String address) {
    store.add(hmac(address), clock.instant());
  }

  /** Forgets failures that no limit asks about any longer. */
  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  @Transactional
  public void forgetOld() {
    store.forgetBefore(clock.instant().minus(limits.lock()));
  }

  private String hmac(String address) {
    return secret.hmac("sign-in-address", address);
  }
}
