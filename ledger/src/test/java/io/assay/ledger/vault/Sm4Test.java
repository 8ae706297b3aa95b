package io.assay.ledger.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Security;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Map;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vault under the Chinese standard cipher, with a provider that offers it. */
class Sm4Test {

  @TempDir Path directory;

  @BeforeAll
  static void addProvider() {
    Security.addProvider(new BouncyCastleProvider());
  }

  @AfterAll
  static void removeProvider() {
    Security.removeProvider(BouncyCastleProvider.PROVIDER_NAME);
  }

  /** RFC 8998, appendix A.1. */
  @Test
  void decryptsTheExampleOfTheStandard_andNothingElse() {
    byte[] key = hex("0123456789abcdeffedcba9876543210");
    byte[] context = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    byte[] iv = hex("00001234567800000000abcd");
    byte[] sealed =
        hex(
            "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                + "83de3541e4c2b58177e065a9bf7b62ec");
    byte[] all = ByteBuffer.allocate(iv.length + sealed.length).put(iv).put(sealed).array();
    assertThat(CipherProfile.SM4_GCM.decrypt(key, all, context))
        .isEqualTo(
            hex(
                "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                    + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa"));
    all[20] ^= 1;
    assertThatThrownBy(() -> CipherProfile.SM4_GCM.decrypt(key, all, context))
        .hasMessageContaining("belongs elsewhere or was changed");
  }

  @Test
  void opensWhatWasSealed_andWhatWasSealedUnderAnotherProfileBefore() {
    Retention retention = new Retention(ZoneId.of("Asia/Shanghai"), Map.of("content", 6));
    VaultConfig config =
        VaultConfig.at(
            directory.resolve("vault"),
            directory.resolve("master"),
            retention,
            InstantSource.system());
    Address older = new Address("shard", "bob", "1", "input", "content");
    Address newer = new Address("shard", "ann", "2", "input", "content");
    byte[] payload = "words".getBytes(StandardCharsets.UTF_8);
    Commitment first;
    try (Vault vault = new Vault(config)) {
      first = vault.seal(older, payload).commitment();
    }
    try (Vault vault = new Vault(config.withProfile(CipherProfile.SM4_GCM))) {
      Sealed sealed = vault.seal(newer, payload);
      sealed.await();
      assertThat(vault.open(newer, sealed.commitment(), Purpose.SERVICE).orElseThrow().payload())
          .isEqualTo(payload);
      assertThat(vault.open(older, first, Purpose.SERVICE)).isPresent();
    }
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
