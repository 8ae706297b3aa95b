package io.assay.review.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.review.Category;
import io.assay.review.Feature;
import io.assay.review.Pool;
import io.assay.review.pool.PoolBundle.Opened;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoolBundleTest {

  private static final KeyPair ALICE = key();
  private static final KeyPair MALLORY = key();
  private static final Map<String, PublicKey> TRUSTED = Map.of("alice", ALICE.getPublic());
  private static final Pool POOL =
      Pool.of("7", List.of(Feature.keyword("f1", "加微信发货", Category.of("A.1.8"))));

  @Test
  void opensToTheSamePool() {
    Opened opened = PoolBundle.open(PoolBundle.sign(POOL, "alice", ALICE.getPrivate()), TRUSTED);
    assertThat(opened)
        .isInstanceOfSatisfying(
            Opened.Trusted.class,
            trusted -> {
              assertThat(trusted.keyId()).isEqualTo("alice");
              assertThat(trusted.pool().version()).isEqualTo("7");
              assertThat(trusted.pool().contentHash()).isEqualTo(POOL.contentHash());
            });
  }

  @Test
  void rejectsAnUnknownSigner_andOneWhoTakesATrustedName() {
    byte[] unknown = PoolBundle.sign(POOL, "mallory", MALLORY.getPrivate());
    byte[] impostor = PoolBundle.sign(POOL, "alice", MALLORY.getPrivate());
    assertThat(PoolBundle.open(unknown, TRUSTED)).isInstanceOf(Opened.Rejected.class);
    assertThat(PoolBundle.open(impostor, TRUSTED)).isInstanceOf(Opened.Rejected.class);
  }

  @Test
  void rejectsAChangedByte_orOpensToTheSamePool() {
    byte[] bundle = PoolBundle.sign(POOL, "alice", ALICE.getPrivate());
    for (int i = 0; i < bundle.length; i += 5) {
      byte[] changed = bundle.clone();
      changed[i] ^= 1;
      if (PoolBundle.open(changed, TRUSTED) instanceof Opened.Trusted trusted) {
        assertThat(trusted.pool().contentHash()).isEqualTo(POOL.contentHash());
      }
    }
  }

  @Test
  void rejectsWhatIsNoBundle() {
    for (String text : List.of("", "[]", "{}", "{\"payloadType\":\"x\"}", "null", "\u0000")) {
      assertThat(PoolBundle.open(text.getBytes(StandardCharsets.UTF_8), TRUSTED))
          .isInstanceOf(Opened.Rejected.class);
    }
  }

  private static KeyPair key() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
