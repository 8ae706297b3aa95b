package io.assay.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.ledger.Ledger;
import io.assay.ledger.LedgerConfig;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.store.FileStore;
import io.assay.ledger.verify.LogVerifier;
import io.assay.ledger.verify.TrustPolicy;
import io.assay.ledger.verify.Verification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Security;
import java.time.InstantSource;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SM2 line beside a log's own, with a provider that offers SM2. */
class Sm2Test {

  @TempDir Path directory;

  @BeforeAll
  static void addProvider() {
    Security.addProvider(new BouncyCastleProvider());
  }

  @AfterAll
  static void removeProvider() {
    Security.removeProvider(BouncyCastleProvider.PROVIDER_NAME);
  }

  @Test
  void itsLineStandsBesideTheLogsOwn_andEachKeyVerifiesAlone() {
    SigningKey sm2 = SigningKey.generate("assay.example/sm2", KeyType.SM2, InstantSource.system());
    LedgerConfig config = LedgerConfig.at(directory, "assay.example/log").withSigners(List.of(sm2));
    try (Ledger ledger = Ledger.open(config)) {
      ledger.publish();
      SignedNote note = ledger.reader().note();
      assertThat(note.signatures()).hasSize(2);
      assertThat(note.verifiedBy(List.of(sm2.verifier()))).containsExactly(sm2.verifier());
      assertThat(
              new LogVerifier(TrustPolicy.of(ledger.keys()))
                  .verify(new FileStore(Disk.real(), directory.resolve(ledger.shard()))))
          .isInstanceOf(Verification.Sound.class);
    }
  }

  @Test
  void itsKeysSurviveTheirTextForm() {
    SigningKey key = SigningKey.generate("sm2.example", KeyType.SM2, InstantSource.system());
    SigningKey read = SigningKey.parse(key.secret(), InstantSource.system());
    SignedNote note = SignedNote.sign("text\n", List.of(read));
    assertThat(VerifierKey.parse(key.toString())).isEqualTo(key.verifier());
    assertThat(note.verifiedBy(List.of(key.verifier()))).hasSize(1);
    SignedNote other =
        SignedNote.parse(note.toString().replace("text", "test").getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> other.verifiedBy(List.of(key.verifier())))
        .hasMessageContaining("is not good");
  }
}
