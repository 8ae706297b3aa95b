package io.assay.mark.c2pa.validation;

import io.assay.mark.MarkException;
import io.assay.mark.c2pa.cbor.Cbor;
import io.assay.mark.c2pa.store.StatusCode;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * What the OCSP responses that a signature carries along ({@code rVals}) say of its certificate
 * (sections 14.5.2 and 15.9, RFC 6960). Nothing is looked up.
 */
final class StapledOcsp {
  private static final int MOST = 16;

  private final X509CertificateHolder leaf;
  private final List<X509CertificateHolder> issuers = new ArrayList<>();
  private final Instant at;

  private StapledOcsp(X509Certificate leaf, Collection<X509Certificate> issuers, Instant at)
      throws GeneralSecurityException {
    this.leaf = new JcaX509CertificateHolder(leaf);
    for (X509Certificate issuer : issuers) {
      this.issuers.add(new JcaX509CertificateHolder(issuer));
    }
    this.at = at;
  }

  /** A status, with an explanation. */
  record Answer(StatusCode code, String explanation) {}

  /**
   * The answer for {@code leaf}.
   *
   * @param header the unprotected header of the signature
   * @param issuers certificates that may have issued it
   * @param at when it was signed
   */
  static Answer of(
      Cbor.Fields header, X509Certificate leaf, Collection<X509Certificate> issuers, Instant at) {
    List<byte[]> responses =
        header
            .get("rVals")
            .map(values -> values.asFields().list("ocspVals"))
            .orElse(List.of())
            .stream()
            .map(Cbor::asBytes)
            .toList();
    if (responses.isEmpty()) {
      return new Answer(StatusCode.OCSP_SKIPPED, "revocation is not looked up");
    }
    String why = "no answer is for this certificate";
    for (byte[] response : responses.subList(0, Math.min(MOST, responses.size()))) {
      try {
        return new StapledOcsp(leaf, issuers, at).read(response);
      } catch (MarkException e) {
        why = String.valueOf(e.getMessage());
      } catch (IOException
          | OCSPException
          | GeneralSecurityException
          | OperatorCreationException
          | RuntimeException e) {
        why = "the answer cannot be read";
      }
    }
    return new Answer(StatusCode.OCSP_SKIPPED, "an OCSP answer is attached, but " + why);
  }

  private Answer read(byte[] response)
      throws IOException, OCSPException, GeneralSecurityException, OperatorCreationException {
    OCSPResp whole = new OCSPResp(response);
    if (whole.getStatus() != OCSPResp.SUCCESSFUL
        || !(whole.getResponseObject() instanceof BasicOCSPResp basic)) {
      throw unusable("the responder gave none");
    }
    SingleResp own = null;
    X509CertificateHolder issuer = null;
    for (SingleResp single : basic.getResponses()) {
      for (X509CertificateHolder candidate : issuers) {
        if (isOwn(single, candidate)) {
          own = single;
          issuer = candidate;
        }
      }
    }
    if (own == null || issuer == null) {
      throw unusable("no answer is for this certificate");
    }
    requireSigned(basic, issuer);
    Date next = own.getNextUpdate();
    boolean current =
        !at.isBefore(own.getThisUpdate().toInstant())
            && (next == null || !at.isAfter(next.toInstant()));
    return answer(own.getCertStatus(), current);
  }

  private boolean isOwn(SingleResp single, X509CertificateHolder issuer)
      throws OCSPException, OperatorCreationException {
    return leaf.getIssuer().equals(issuer.getSubject())
        && single.getCertID().getSerialNumber().equals(leaf.getSerialNumber())
        && single
            .getCertID()
            .matchesIssuer(issuer, new JcaDigestCalculatorProviderBuilder().build());
  }

  private Answer answer(CertificateStatus status, boolean current) {
    if (status instanceof RevokedStatus revoked) {
      Instant since = revoked.getRevocationTime().toInstant();
      return since.isAfter(at)
          ? new Answer(StatusCode.OCSP_NOT_REVOKED, "revoked at " + since + ", after signing")
          : new Answer(StatusCode.OCSP_REVOKED, "revoked at " + since);
    }
    if (status instanceof UnknownStatus) {
      return new Answer(StatusCode.OCSP_UNKNOWN, "the responder does not know the certificate");
    }
    return current
        ? new Answer(StatusCode.OCSP_NOT_REVOKED, "not revoked, says the attached answer")
        : new Answer(StatusCode.OCSP_SKIPPED, "the attached answer is not of the time of signing");
  }

  /** Signed by the issuer, or by a responder that the issuer named (RFC 6960 section 4.2.2.2). */
  private void requireSigned(BasicOCSPResp basic, X509CertificateHolder issuer)
      throws GeneralSecurityException, OCSPException, OperatorCreationException, IOException {
    List<X509CertificateHolder> signers = new ArrayList<>(List.of(issuer));
    for (X509CertificateHolder given : basic.getCerts()) {
      ExtendedKeyUsage usage = ExtendedKeyUsage.fromExtensions(given.getExtensions());
      if (usage != null
          && usage.hasKeyPurposeId(KeyPurposeId.id_kp_OCSPSigning)
          && given.isValidOn(Date.from(at))
          && isIssued(given, issuer)) {
        signers.add(given);
      }
    }
    for (X509CertificateHolder signer : signers) {
      if (basic.isSignatureValid(new JcaContentVerifierProviderBuilder().build(signer))) {
        return;
      }
    }
    throw unusable("nobody may answer who signed it");
  }

  private static boolean isIssued(X509CertificateHolder given, X509CertificateHolder issuer) {
    try {
      return given.isSignatureValid(new JcaContentVerifierProviderBuilder().build(issuer));
    } catch (GeneralSecurityException
        | OperatorCreationException
        | org.bouncycastle.cert.CertException notIssued) {
      return false;
    }
  }

  private static MarkException unusable(String why) {
    return new MarkException(MarkException.Reason.MALFORMED, why);
  }
}
