package io.assay.office.intake;

import io.assay.office.MasterSecret;
import io.assay.office.OfficeConfig;
import io.assay.office.RandomText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Asks a browser for a little work before a form is taken, without a third party and without a
 * puzzle for people. Who has no scripts may send too, after a pause for reading, and less often.
 */
@Component
class Effort {
  private static final Duration LIFE = Duration.ofHours(12);
  private static final Duration READING = Duration.ofSeconds(3);

  private final MasterSecret master;
  private final int bits;
  private final Clock clock;

  Effort(MasterSecret master, OfficeConfig config, Clock clock) {
    this.master = master;
    this.bits = config.cases().effortBits();
    this.clock = clock;
  }

  /** What a form was sent with. */
  enum Proof {
    WORK,
    PATIENCE,
    NONE
  }

  int bits() {
    return bits;
  }

  /** A challenge: when it was made, a random part, and proof that it is ours. */
  String challenge() {
    String text = clock.instant().getEpochSecond() + "." + RandomText.secret(9);
    return text + "." + mac(text);
  }

  Proof check(String challenge, String nonce) {
    int dot = challenge.lastIndexOf('.');
    if (dot < 0 || !mac(challenge.substring(0, dot)).equals(challenge.substring(dot + 1))) {
      return Proof.NONE;
    }
    Instant made =
        Instant.ofEpochSecond(Long.parseLong(challenge.substring(0, challenge.indexOf('.'))));
    Duration age = Duration.between(made, clock.instant());
    if (age.compareTo(LIFE) > 0) {
      return Proof.NONE;
    }
    if (nonce.length() <= 20 && zeroBits(challenge + ":" + nonce) >= bits) {
      return Proof.WORK;
    }
    return age.compareTo(READING) >= 0 ? Proof.PATIENCE : Proof.NONE;
  }

  private String mac(String text) {
    return master.hmac("intake/effort", text).substring(0, 32);
  }

  private static int zeroBits(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      int zeros = 0;
      for (byte part : hash) {
        int leading = Integer.numberOfLeadingZeros(part & 0xff) - 24;
        zeros += leading;
        if (leading < 8) {
          break;
        }
      }
      return zeros;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
