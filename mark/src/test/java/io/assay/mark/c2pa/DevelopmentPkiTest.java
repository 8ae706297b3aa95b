package io.assay.mark.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentPkiTest {
  @TempDir Path folder;

  @Test
  void saysThatItIsNotForProduction() {
    DevelopmentPki pki = DevelopmentPki.openOrCreate(folder, TestAuthority.CLOCK);

    assertThat(pki.signer().chain())
        .hasSize(2)
        .allSatisfy(
            certificate ->
                assertThat(certificate.getSubjectX500Principal().getName())
                    .contains("NOT FOR PRODUCTION"));
  }

  @Test
  void keepsItsChain() {
    String first = DevelopmentPki.openOrCreate(folder, TestAuthority.CLOCK).rootPem();
    String second = DevelopmentPki.openOrCreate(folder, TestAuthority.CLOCK).rootPem();

    assertThat(second).isEqualTo(first);
  }

  @Test
  void hidesItsKeysAndForgetsTheRoots() throws IOException {
    DevelopmentPki.openOrCreate(folder, TestAuthority.CLOCK);

    assertThat(folder.resolve("root.key.pem")).doesNotExist();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("signer.key.pem"))))
        .isEqualTo("rw-------");
  }
}
