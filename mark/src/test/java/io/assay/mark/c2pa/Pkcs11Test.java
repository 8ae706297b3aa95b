package io.assay.mark.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.mark.c2pa.cose.Certificates;
import io.assay.mark.c2pa.validation.TrustAnchors;
import io.assay.mark.c2pa.validation.ValidationReport;
import io.assay.mark.container.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signs with a key that never leaves a token: SoftHSM 2, in a process that knows its place. */
class Pkcs11Test {
  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib64/libsofthsm2.so"),
          Path.of("/usr/lib64/pkcs11/libsofthsm2.so"),
          Path.of("/opt/homebrew/lib/softhsm/libsofthsm2.so"));

  @TempDir Path folder;

  @Test
  void signsWithTheKeyOfAToken() throws Exception {
    Path library =
        LIBRARIES.stream()
            .filter(Files::exists)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("install SoftHSM 2 (package softhsm2)"));
    Files.createDirectory(folder.resolve("tokens"));
    Path conf =
        Files.writeString(
            folder.resolve("softhsm2.conf"),
            "directories.tokendir = " + folder.resolve("tokens") + "\nlog.level = ERROR\n");
    String[] init = {"softhsm2-util", "--init-token", "--free", "--label", "claims"};
    run(conf, Stream.concat(Stream.of(init), Stream.of("--pin", "1234", "--so-pin", "5678")));
    Path provider =
        Files.writeString(
            folder.resolve("pkcs11.cfg"),
            "name = SoftHsm\nlibrary = " + library + "\nslotListIndex = 0\n");
    Path signed = folder.resolve("signed.png");
    Path root = folder.resolve("root.pem");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    run(
        conf,
        Stream.of(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            Pkcs11Signing.class.getName(),
            provider.toString(),
            signed.toString(),
            root.toString()));
    TrustAnchors anchors = TrustAnchors.of(Certificates.parsePem(Files.readString(root)));
    ValidationReport report =
        C2pa.validate(Source.of(Files.readAllBytes(signed)), anchors, InstantSource.system())
            .orElseThrow();
    assertThat(report.state()).isEqualTo(ValidationReport.State.TRUSTED);
  }

  private static void run(Path conf, Stream<String> line) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(line.toList()).redirectErrorStream(true);
    builder.environment().put("SOFTHSM2_CONF", conf.toString());
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
  }
}
