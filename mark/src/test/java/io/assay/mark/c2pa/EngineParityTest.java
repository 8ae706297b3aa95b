package io.assay.mark.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.mark.c2pa.store.ValidationStatus;
import io.assay.mark.c2pa.validation.TrustAnchors;
import io.assay.mark.c2pa.validation.ValidationReport;
import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Our validator and the c2pa-rs engine give one verdict, with the same failure codes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineParityTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Duration OVER_BY_NOW = Duration.ofMinutes(30);

  @TempDir static Path folder;

  private final TestAuthority authority = TestAuthority.current();
  private final ManifestRequest request = ManifestRequest.created("A picture", "Assay", "1.0");
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final List<ReferenceEngine.Verdict> verdicts = new ArrayList<>();

  @BeforeAll
  void makeFilesAndAskTheEngine() throws IOException {
    TimestampAuthority stamper = authority.timestampAuthority(CLOCK);
    InstantSource inTime = InstantSource.fixed(CLOCK.instant().minus(Duration.ofMinutes(45)));
    C2paSigner signer = authority.signer("EC");
    C2paSigner expired = authority.signer("EC", OVER_BY_NOW);
    files.put("P-256", sign(request, signer));
    files.put("RSA", sign(request, authority.signer("RSA")));
    files.put("Ed25519", sign(request, authority.signer("Ed25519")));
    files.put("stamped", sign(request.stampedBy(stamper), signer));
    files.put("unknown root", sign(request, TestAuthority.current().signer("EC")));
    files.put("expired", sign(request, expired));
    files.put(
        "expired, stamped in time",
        sign(request.stampedBy(authority.timestampAuthority(inTime)), expired));
    files.put("expired, stamped too late", sign(request.stampedBy(stamper), expired));
    files.put(
        "stamped by a stranger",
        sign(request.stampedBy(TestAuthority.current().timestampAuthority(CLOCK)), signer));
    files.put(
        "stamp over other bytes",
        sign(request.stampedBy(data -> stamper.stamp(new byte[] {1})), signer));
    files.put("no stamp at all", sign(request.stampedBy(data -> new byte[] {1, 2}), signer));
    files.put("changed claim", changed(sign(request, signer), "A picture"));
    files.put("changed assertion", changed(sign(request, signer), "trainedAlgorithmicMedia"));
    Map<Path, String> paths = new LinkedHashMap<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      paths.put(Files.write(folder.resolve(file.getKey() + ".png"), file.getValue()), "image/png");
    }
    verdicts.addAll(ReferenceEngine.validate(paths, authority.rootPem()));
  }

  private static byte[] sign(ManifestRequest request, C2paSigner signer) {
    return C2pa.embed(Samples.read("sample.png"), Format.PNG, request, signer).bytes();
  }

  private static byte[] changed(byte[] signed, String where) {
    byte[] out = signed.clone();
    out[new String(signed, StandardCharsets.ISO_8859_1).indexOf(where)] ^= 1;
    return out;
  }

  private ValidationReport own(byte[] file) {
    TrustAnchors anchors = authority.anchors();
    return C2pa.validate(Source.of(file), anchors, CLOCK).orElseThrow();
  }

  @Test
  void givesTheSameVerdict() {
    int i = 0;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      ReferenceEngine.Verdict verdict = verdicts.get(i++);
      assertThat(own(file.getValue()).state().name())
          .as(file.getKey() + own(file.getValue()).statuses() + verdict.json())
          .isEqualTo(verdict.state().toUpperCase(Locale.ROOT));
    }
  }

  @Test
  void givesTheSameFailureCodes() {
    int i = 0;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      ReferenceEngine.Verdict verdict = verdicts.get(i++);
      assertThat(own(file.getValue()).failures())
          .as(file.getKey() + verdict.json())
          .extracting(ValidationStatus::code)
          .extracting(code -> code.code())
          .containsExactlyInAnyOrderElementsOf(verdict.failures());
    }
  }
}
