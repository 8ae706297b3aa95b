package io.assay.ledger.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.ledger.LedgerException;
import io.assay.ledger.LedgerException.Reason;
import io.assay.ledger.disk.CrashingDisk;
import io.assay.ledger.wal.WalSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Crashes the machine at random operations of the vault and opens all that it had acknowledged. */
class VaultCrashTest {

  private static final int POINTS = Integer.getInteger("assay.crashes", 1000);
  private static final InstantSource CLOCK = () -> Instant.parse("2026-11-21T12:00:00Z");
  private static final Retention RETENTION =
      new Retention(ZoneId.of("Asia/Shanghai"), Map.of("content", 6));

  @Test
  void noAcknowledgedPayloadIsLost_atAnyCrashPoint() {
    int crashes = 0;
    for (long seed = 0; crashes < POINTS; seed++) {
      crashes += new Story(seed).run();
    }
    assertThat(crashes).isGreaterThanOrEqualTo(POINTS);
  }

  @Test
  void aFailedForceIsFatal_andWhatWasAcknowledgedOpensAfterwards() {
    CrashingDisk disk = new CrashingDisk(1);
    Address first = new Address("shard", "ann", "1", "input", "content");
    Address second = new Address("shard", "ann", "2", "input", "content");
    Commitment commitment;
    try (Vault vault = new Vault(config(disk))) {
      Sealed sealed = vault.seal(first, new byte[100]);
      sealed.await();
      commitment = sealed.commitment();
      disk.failNextForce();
      assertThatThrownBy(() -> vault.seal(second, new byte[100]).await())
          .hasMessageContaining("Input/output error");
      assertThatThrownBy(() -> vault.seal(second, new byte[100]))
          .isInstanceOfSatisfying(
              LedgerException.class,
              refused -> assertThat(refused.reason()).isEqualTo(Reason.POISONED));
    }
    try (Vault vault = new Vault(config(disk))) {
      assertThat(vault.open(first, commitment, Purpose.SERVICE)).isPresent();
      vault.seal(second, new byte[100]).await();
    }
  }

  /** One disk's life through several crashes. */
  private static final class Story {

    private final long seed;
    private final Random random;
    private final Map<Address, Commitment> acknowledged = new HashMap<>();
    private CrashingDisk disk;
    private int exchange;

    Story(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.disk = new CrashingDisk(seed);
    }

    int run() {
      int crashes = 4;
      for (int crash = 0; crash < crashes; crash++) {
        disk.crashAfter(1 + random.nextInt(120));
        work();
        disk = disk.afterCrash();
      }
      check();
      return crashes;
    }

    private void work() {
      try (Vault vault = new Vault(config(disk))) {
        while (!disk.hasCrashed()) {
          if (random.nextInt(60) == 0) {
            disk.failNextForce();
          }
          sealSome(vault);
        }
      } catch (LedgerException failed) {
        assertThat(disk.hasCrashed() || failed.reason() != Reason.CORRUPT)
            .as("seed %d: %s", seed, failed)
            .isTrue();
      }
    }

    private void sealSome(Vault vault) {
      Map<Address, Sealed> sealed = new HashMap<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        Address address =
            new Address(
                "shard",
                "subject " + random.nextInt(3),
                "exchange " + exchange++,
                "output",
                "content");
        int bytes = random.nextInt(10) == 0 ? 70_000 : random.nextInt(20_000);
        sealed.put(address, vault.seal(address, payload(address, bytes)));
      }
      List<LedgerException> lost = new ArrayList<>();
      sealed.forEach(
          (address, pending) -> {
            try {
              pending.await();
              acknowledged.put(address, pending.commitment());
            } catch (LedgerException failed) {
              lost.add(failed);
            }
          });
      if (!lost.isEmpty()) {
        throw lost.get(0);
      }
    }

    private void check() {
      try (Vault vault = new Vault(config(disk))) {
        acknowledged.forEach(
            (address, commitment) ->
                assertThat(vault.open(address, commitment, Purpose.SERVICE))
                    .as("seed %d, %s", seed, address)
                    .isPresent());
        Address next = new Address("shard", "subject 0", "next", "output", "content");
        vault.seal(next, new byte[1]).await();
      }
    }

    private static byte[] payload(Address address, int bytes) {
      byte[] payload = new byte[bytes];
      byte[] mark = address.exchange().getBytes(StandardCharsets.UTF_8);
      System.arraycopy(mark, 0, payload, 0, Math.min(bytes, mark.length));
      return payload;
    }
  }

  private static VaultConfig config(CrashingDisk disk) {
    return VaultConfig.at(disk, Path.of("/vault"), Path.of("/master"), RETENTION, CLOCK)
        .withSegments(new WalSettings(1 << 17, 64));
  }
}
