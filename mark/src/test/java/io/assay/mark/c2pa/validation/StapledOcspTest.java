package io.assay.mark.c2pa.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.mark.c2pa.cbor.Cbor;
import io.assay.mark.c2pa.cose.CertificateProfile;
import io.assay.mark.c2pa.cose.DevelopmentAuthority;
import io.assay.mark.c2pa.cose.DevelopmentAuthority.Issued;
import io.assay.mark.c2pa.store.StatusCode;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StapledOcspTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Duration LIFE = Duration.ofDays(30);
  private static final String OCSP_SIGNING = KeyPurposeId.id_kp_OCSPSigning.getId();

  private static Issued leaf;
  private static Issued responder;
  private static Issued stranger;

  @BeforeAll
  static void issue() {
    DevelopmentAuthority issuing = DevelopmentAuthority.root(NOW).subordinate();
    leaf = issuing.issue("Signer", CertificateProfile.CLAIM_SIGNING, "EC", LIFE);
    responder = issuing.issue("Responder", OCSP_SIGNING, "EC", LIFE);
    stranger =
        DevelopmentAuthority.root(NOW).subordinate().issue("Stranger", OCSP_SIGNING, "EC", LIFE);
  }

  private static byte[] response(Issued by, CertificateStatus status, Instant at) throws Exception {
    var digests = new JcaDigestCalculatorProviderBuilder().build();
    X509CertificateHolder issuer = new JcaX509CertificateHolder(leaf.chain().get(1));
    CertificateID id =
        new CertificateID(
            digests.get(CertificateID.HASH_SHA1), issuer, certificate().getSerialNumber());
    X509CertificateHolder signer = new JcaX509CertificateHolder(by.chain().getFirst());
    var basic =
        new BasicOCSPRespBuilder(new RespID(signer.getSubject()))
            .addResponse(id, status, Date.from(at), Date.from(at.plus(LIFE)))
            .build(
                new JcaContentSignerBuilder("SHA256withECDSA").build(by.key()),
                new X509CertificateHolder[] {signer},
                Date.from(at));
    return new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, basic).getEncoded();
  }

  private static X509Certificate certificate() {
    return leaf.chain().getFirst();
  }

  private static StatusCode code(byte[] response) {
    Cbor.Fields values = Cbor.map(Map.of("ocspVals", Cbor.list(Cbor.of(response))));
    Cbor.Fields header = Cbor.map(Map.of("rVals", values));
    return StapledOcsp.of(header, certificate(), leaf.chain(), NOW).code();
  }

  @Test
  void believesAResponderThatTheIssuerNamed() throws Exception {
    assertThat(code(response(responder, CertificateStatus.GOOD, NOW)))
        .isEqualTo(StatusCode.OCSP_NOT_REVOKED);
  }

  @Test
  void saysRevoked_whenTheCertificateWasRevokedBeforeSigning() throws Exception {
    Instant before = NOW.minus(Duration.ofDays(1));
    assertThat(code(response(responder, revoked(before), NOW))).isEqualTo(StatusCode.OCSP_REVOKED);
    Instant later = NOW.plus(Duration.ofDays(1));
    assertThat(code(response(responder, revoked(later), later)))
        .isEqualTo(StatusCode.OCSP_NOT_REVOKED);
  }

  private static RevokedStatus revoked(Instant at) {
    return new RevokedStatus(Date.from(at), CRLReason.keyCompromise);
  }

  @Test
  void believesNoStranger() throws Exception {
    assertThat(code(response(stranger, CertificateStatus.GOOD, NOW)))
        .isEqualTo(StatusCode.OCSP_SKIPPED);
  }

  @Test
  void believesNoAnswerOfAnotherTime() throws Exception {
    Instant early = NOW.minus(Duration.ofDays(90));
    assertThat(code(response(responder, CertificateStatus.GOOD, early)))
        .isEqualTo(StatusCode.OCSP_SKIPPED);
  }

  @Test
  void goesOn_whenNothingReadableIsAttached() {
    assertThat(code(new byte[] {1, 2, 3})).isEqualTo(StatusCode.OCSP_SKIPPED);
    assertThat(StapledOcsp.of(Cbor.map(Map.of()), certificate(), leaf.chain(), NOW).code())
        .isEqualTo(StatusCode.OCSP_SKIPPED);
  }
}
