package io.assay.mark.c2pa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.mark.MarkException;
import io.assay.mark.c2pa.cose.CertificateProfile;
import io.assay.mark.c2pa.cose.DevelopmentAuthority;
import io.assay.mark.c2pa.store.StatusCode;
import io.assay.mark.c2pa.validation.TrustAnchors;
import io.assay.mark.c2pa.validation.ValidationReport;
import io.assay.mark.c2pa.validation.ValidationReport.State;
import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who signed, when, and what a validator makes of it. */
class SigningTest {
  private static final Source PICTURE = Samples.read("sample.png");
  private static final InstantSource LATER =
      InstantSource.fixed(TestAuthority.NOW.plus(Duration.ofDays(90)));

  private final TestAuthority authority = TestAuthority.fixed();
  private final ManifestRequest request = ManifestRequest.created("A picture", "Assay", "1.0");

  private static Source sign(ManifestRequest request, C2paSigner signer) {
    return Source.of(C2pa.embed(PICTURE, Format.PNG, request, signer).bytes());
  }

  private ValidationReport validate(Source file, TrustAnchors anchors, InstantSource clock) {
    return C2pa.validate(file, anchors, clock).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"EC", "RSA", "Ed25519"})
  void trustsEveryKindOfKey(String keyAlgorithm) {
    Source signed = sign(request, authority.signer(keyAlgorithm));

    ValidationReport report = validate(signed, authority.anchors(), TestAuthority.CLOCK);

    assertThat(report.state()).as(report.statuses().toString()).isEqualTo(State.TRUSTED);
    assertThat(report.signer())
        .hasValueSatisfying(name -> assertThat(name).contains("Test Signer"));
  }

  @Test
  void isValidButNotTrusted_whenTheRootIsUnknown() {
    Source signed = sign(request, authority.signer("EC"));

    ValidationReport report = validate(signed, TrustAnchors.none(), TestAuthority.CLOCK);

    assertThat(report.state()).isEqualTo(State.VALID);
    assertThat(report.failures())
        .extracting(status -> status.code())
        .containsExactly(StatusCode.SIGNING_CREDENTIAL_UNTRUSTED);
  }

  @Test
  void isInvalid_whenTheCertificateExpiredWithoutTimeStamp() {
    Source signed = sign(request, authority.signer("EC"));

    ValidationReport report = validate(signed, authority.anchors(), LATER);

    assertThat(report.state()).isEqualTo(State.INVALID);
    assertThat(report.has(StatusCode.SIGNING_CREDENTIAL_EXPIRED)).isTrue();
  }

  @Test
  void staysTrusted_whenATimeStampWasMadeBeforeTheCertificateExpired() {
    TimestampAuthority stamper = authority.timestampAuthority(TestAuthority.CLOCK);
    Source signed = sign(request.stampedBy(stamper), authority.signer("EC"));

    ValidationReport report = validate(signed, authority.anchors(), LATER);

    assertThat(report.state()).as(report.statuses().toString()).isEqualTo(State.TRUSTED);
    assertThat(report.stampedAt()).contains(TestAuthority.NOW);
  }

  @Test
  void ignoresATimeStamp_whenItsAuthorityIsUnknown() {
    TimestampAuthority stamper = TestAuthority.fixed().timestampAuthority(TestAuthority.CLOCK);
    Source signed = sign(request.stampedBy(stamper), authority.signer("EC"));

    ValidationReport report = validate(signed, authority.anchors(), TestAuthority.CLOCK);

    assertThat(report.state()).isEqualTo(State.TRUSTED);
    assertThat(report.stampedAt()).isEmpty();
    assertThat(report.has(StatusCode.TIME_STAMP_UNTRUSTED)).isTrue();
  }

  @Test
  void ignoresATimeStamp_whenItIsOverOtherBytes() {
    TimestampAuthority stamper = authority.timestampAuthority(TestAuthority.CLOCK);
    TimestampAuthority wrong = data -> stamper.stamp(new byte[] {1});

    ValidationReport report =
        validate(
            sign(request.stampedBy(wrong), authority.signer("EC")),
            authority.anchors(),
            TestAuthority.CLOCK);

    assertThat(report.has(StatusCode.TIME_STAMP_MISMATCH)).isTrue();
    assertThat(report.stampedAt()).isEmpty();
  }

  @Test
  void ignoresATimeStamp_whenItCannotBeRead() {
    ValidationReport report =
        validate(
            sign(request.stampedBy(data -> new byte[] {1, 2, 3}), authority.signer("EC")),
            authority.anchors(),
            TestAuthority.CLOCK);

    assertThat(report.has(StatusCode.TIME_STAMP_MALFORMED)).isTrue();
  }

  @Test
  void ignoresATimeStamp_whenItLiesOutsideItsAuthoritysLife() {
    TimestampAuthority stamper = authority.timestampAuthority(LATER);

    ValidationReport report =
        validate(
            sign(request.stampedBy(stamper), authority.signer("EC")),
            authority.anchors(),
            TestAuthority.CLOCK);

    assertThat(report.has(StatusCode.TIME_STAMP_OUTSIDE_VALIDITY)).isTrue();
  }

  @Test
  void refusesACertificateThatMayNotSignClaims() {
    DevelopmentAuthority.Issued issued =
        DevelopmentAuthority.root(TestAuthority.NOW)
            .issue("Stamper", CertificateProfile.TIME_STAMPING);

    assertThatThrownBy(() -> KeySigner.of(issued.key(), issued.chain()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("extended key usage");
  }

  @Test
  void refusesAStampThatDoesNotFit() {
    ManifestRequest large = request.stampedBy(data -> new byte[20_000]);

    assertThatThrownBy(() -> sign(large, authority.signer("EC")))
        .isInstanceOf(MarkException.class)
        .hasMessageContaining("does not fit");
  }
}
