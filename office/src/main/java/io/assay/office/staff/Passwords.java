package io.assay.office.staff;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Password hashes by Argon2id with 19 MiB, two passes and one lane. Few are computed at once, so
 * that a flood of sign-ins cannot take the memory or the processors.
 */
@Component
class Passwords {
  private static final int AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
  private final Semaphore permits = new Semaphore(AT_ONCE, true);
  private final String nobody = encoder.encode("no member has this hash");

  String hash(String password) {
    return limited(() -> encoder.encode(password));
  }

  boolean matches(String password, String hash) {
    return limited(() -> encoder.matches(password, hash));
  }

  /** Takes as long as a comparison, so that unknown names cannot be told from wrong passwords. */
  void matchNobody(String password) {
    limited(() -> encoder.matches(password, nobody));
  }

  private <T> T limited(Supplier<T> work) {
    try {
      if (!permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AuthenticationServiceException("too many sign-ins at once; try again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AuthenticationServiceException("interrupted", e);
    }
    try {
      return work.get();
    } finally {
      permits.release();
    }
  }
}
