package io.assay.mark.c2pa.validation;

import io.assay.mark.c2pa.cbor.Cbor;
import io.assay.mark.c2pa.cose.CertificateProfile;
import io.assay.mark.c2pa.cose.ChainOfTrust;
import io.assay.mark.c2pa.cose.CoseSign1;
import io.assay.mark.c2pa.store.Manifest;
import io.assay.mark.c2pa.store.StatusCode;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** Validates the time-stamp of a claim signature (section 15.8). */
final class TimeStampCheck {
  private static final Set<String> HASHES =
      Set.of("2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3");

  private final TrustAnchors anchors;

  TimeStampCheck(TrustAnchors anchors) {
    this.anchors = anchors;
  }

  /** The time that a trusted time-stamp attests; anything less is reported and ignored. */
  Optional<Instant> check(Manifest manifest, CoseSign1 sign1, byte[] claim, Findings findings) {
    String path = manifest.path("c2pa.signature");
    Optional<Cbor> second = sign1.unprotectedHeader().get("sigTst2");
    Optional<Cbor> container = second.or(() -> sign1.unprotectedHeader().get("sigTst"));
    if (container.isEmpty()) {
      return Optional.empty();
    }
    byte[] stamped =
        second.isPresent()
            ? CoseSign1.toBeStamped(sign1.protectedHeader(), sign1.signature())
            : CoseSign1.toBeStampedVersion1(sign1.protectedHeader(), claim);
    try {
      TimeStampToken token = token(container.get(), second.isPresent());
      Instant at = token.getTimeStampInfo().getGenTime().toInstant();
      Optional<StatusCode> problem = problem(token, stamped, at);
      if (problem.isPresent()) {
        findings.add(problem.get(), path, "the time-stamp of " + at + " is ignored");
        return Optional.empty();
      }
      findings.add(StatusCode.TIME_STAMP_VALIDATED, path, "time-stamp of " + at);
      if (!trusted(token, at)) {
        findings.add(StatusCode.TIME_STAMP_UNTRUSTED, path, "the time-stamper is on no list given");
        return Optional.empty();
      }
      findings.add(StatusCode.TIME_STAMP_TRUSTED, path, "the time-stamper is on a list given");
      return Optional.of(at);
    } catch (IOException
        | TSPException
        | CMSException
        | GeneralSecurityException
        | RuntimeException malformed) {
      findings.add(StatusCode.TIME_STAMP_MALFORMED, path, "the time-stamp cannot be read");
      return Optional.empty();
    }
  }

  private static TimeStampToken token(Cbor container, boolean second)
      throws IOException, TSPException, CMSException {
    List<Cbor> tokens = container.asFields().list("tstTokens");
    if (tokens.size() != 1) {
      throw new IOException(tokens.size() + " time-stamps");
    }
    byte[] value = tokens.getFirst().asFields().require("val").asBytes();
    ContentInfo info =
        second
            ? ContentInfo.getInstance(value)
            : TimeStampResp.getInstance(value).getTimeStampToken();
    return new TimeStampToken(info);
  }

  private static Optional<StatusCode> problem(TimeStampToken token, byte[] stamped, Instant at)
      throws GeneralSecurityException, TSPException {
    String hash = token.getTimeStampInfo().getMessageImprintAlgOID().getId();
    if (!HASHES.contains(hash)) {
      return Optional.of(StatusCode.TIME_STAMP_UNTRUSTED);
    }
    byte[] imprint = MessageDigest.getInstance(hash).digest(stamped);
    if (!Arrays.equals(imprint, token.getTimeStampInfo().getMessageImprintDigest())) {
      return Optional.of(StatusCode.TIME_STAMP_MISMATCH);
    }
    Optional<X509CertificateHolder> signer = signer(token);
    if (signer.isEmpty()
        || CertificateProfile.timeStamperProblem(certificate(signer.get())).isPresent()) {
      return Optional.of(StatusCode.TIME_STAMP_UNTRUSTED);
    }
    if (!ChainOfTrust.validAt(certificate(signer.get()), at)) {
      return Optional.of(StatusCode.TIME_STAMP_OUTSIDE_VALIDITY);
    }
    try {
      boolean sound =
          token.isSignatureValid(new JcaSimpleSignerInfoVerifierBuilder().build(signer.get()));
      return sound ? Optional.empty() : Optional.of(StatusCode.TIME_STAMP_MISMATCH);
    } catch (OperatorCreationException unknownAlgorithm) {
      return Optional.of(StatusCode.TIME_STAMP_UNTRUSTED);
    }
  }

  private boolean trusted(TimeStampToken token, Instant at) throws GeneralSecurityException {
    X509Certificate leaf = certificate(signer(token).orElseThrow());
    List<X509Certificate> offered = new ArrayList<>();
    for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
      offered.add(certificate(holder));
    }
    return ChainOfTrust.reaches(anchors.timeStampers(), leaf, offered, at);
  }

  private static Optional<X509CertificateHolder> signer(TimeStampToken token) {
    Collection<X509CertificateHolder> all = token.getCertificates().getMatches(null);
    return all.stream().filter(token.getSID()::match).findFirst();
  }

  private static X509Certificate certificate(X509CertificateHolder holder)
      throws GeneralSecurityException {
    return new JcaX509CertificateConverter().getCertificate(holder);
  }
}
