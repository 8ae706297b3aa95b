package io.assay.ledger.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A master key that never leaves its token: SoftHSM 2, in a process that knows its place. */
class TokenTest {
  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib64/libsofthsm2.so"),
          Path.of("/usr/lib64/pkcs11/libsofthsm2.so"),
          Path.of("/opt/homebrew/lib/softhsm/libsofthsm2.so"));

  @TempDir Path folder;

  private Path places;
  private Path configuration;

  @BeforeEach
  void makeToken() throws IOException, InterruptedException {
    Path library =
        LIBRARIES.stream()
            .filter(Files::exists)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("install SoftHSM 2 (package softhsm2)"));
    Path tokens = Files.createDirectory(folder.resolve("tokens"));
    places =
        Files.writeString(
            folder.resolve("softhsm2.conf"),
            "directories.tokendir = " + tokens + "\nlog.level = ERROR\n");
    configuration =
        Files.writeString(
            folder.resolve("pkcs11.cfg"),
            "name = SoftHsm\nlibrary = " + library + "\nslotListIndex = 0\n");
    run(
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        "v",
        "--pin",
        "1234",
        "--so-pin",
        "5678");
  }

  @Test
  void sealsAndOpensUnderTheKeyOfAToken_andTellsWhatIsWrong() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String printed =
        run(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            TokenVault.class.getName(),
            configuration.toString(),
            folder.resolve("vault").toString());
    assertThat(printed.lines())
        .containsSubsequence(
            "opened: what was said",
            "foreign: the ciphertext belongs elsewhere or was changed",
            "unlabelled: the token of "
                + configuration
                + " holds no usable master key: it has no secret key labelled other");
  }

  private String run(String... line) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(Stream.of(line).toList()).redirectErrorStream(true);
    builder.environment().put("SOFTHSM2_CONF", places.toString());
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }
}
