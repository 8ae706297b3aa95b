package io.assay.mark.c2pa.validation;

import io.assay.mark.MarkException;
import io.assay.mark.c2pa.cbor.Cbor;
import io.assay.mark.c2pa.cose.CertificateProfile;
import io.assay.mark.c2pa.cose.ChainOfTrust;
import io.assay.mark.c2pa.cose.CoseSign1;
import io.assay.mark.c2pa.cose.SigningAlgorithm;
import io.assay.mark.c2pa.store.Claim;
import io.assay.mark.c2pa.store.HashedUri;
import io.assay.mark.c2pa.store.Manifest;
import io.assay.mark.c2pa.store.StatusCode;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Validates the signature of a claim and the signer (sections 15.7 and 15.8). */
final class SignatureCheck {
  private final TrustAnchors anchors;
  private final InstantSource clock;

  SignatureCheck(TrustAnchors anchors, InstantSource clock) {
    this.anchors = anchors;
    this.clock = clock;
  }

  /** Who signed, and when a trusted time-stamp says so. */
  record Signer(Optional<X509Certificate> leaf, Optional<Instant> stampedAt) {
    static final Signer UNKNOWN = new Signer(Optional.empty(), Optional.empty());
  }

  Signer check(Manifest manifest, Claim claim, Findings findings) {
    String path = manifest.path("c2pa.signature");
    Optional<byte[]> bytes =
        HashedUri.path(claim.signature(), manifest.label())
            .filter(path::equals)
            .flatMap(p -> manifest.signature());
    if (bytes.isEmpty()) {
      findings.add(
          StatusCode.CLAIM_SIGNATURE_MISSING, path, "no signature at " + claim.signature());
      return Signer.UNKNOWN;
    }
    CoseSign1 sign1;
    List<X509Certificate> chain;
    Optional<SigningAlgorithm> algorithm;
    try {
      sign1 = CoseSign1.decode(bytes.get());
      algorithm = sign1.algorithm();
      chain = sign1.chain();
    } catch (MarkException e) {
      findings.add(
          StatusCode.CLAIM_SIGNATURE_MISMATCH,
          path,
          "the signature cannot be read: " + e.getMessage());
      return Signer.UNKNOWN;
    }
    Optional<Instant> stampedAt =
        new TimeStampCheck(anchors).check(manifest, sign1, claim.bytes(), findings);
    X509Certificate leaf = chain.getFirst();
    checkSigner(sign1, leaf, chain, stampedAt, path, findings);
    checkBytes(sign1, leaf, algorithm, claim, path, findings);
    return new Signer(Optional.of(leaf), stampedAt);
  }

  private void checkRevocation(
      Cbor.Fields header,
      X509Certificate leaf,
      List<X509Certificate> chain,
      Instant at,
      String path,
      Findings findings) {
    List<X509Certificate> issuers = new ArrayList<>(chain);
    issuers.addAll(anchors.signers());
    StapledOcsp.Answer answer = StapledOcsp.of(header, leaf, issuers, at);
    findings.add(answer.code(), path, answer.explanation());
  }

  private void checkSigner(
      CoseSign1 sign1,
      X509Certificate leaf,
      List<X509Certificate> chain,
      Optional<Instant> stampedAt,
      String path,
      Findings findings) {
    Instant at = stampedAt.orElseGet(clock::instant);
    Optional<String> problem = CertificateProfile.claimSignerProblem(leaf);
    if (problem.isPresent()) {
      findings.add(StatusCode.SIGNING_CREDENTIAL_INVALID, path, problem.get());
    }
    boolean inside = ChainOfTrust.validAt(leaf, at);
    if (inside) {
      findings.add(
          StatusCode.CLAIM_SIGNATURE_INSIDE_VALIDITY, path, "the certificate was valid at " + at);
    } else {
      findings.add(
          StatusCode.SIGNING_CREDENTIAL_EXPIRED, path, "the certificate was not valid at " + at);
    }
    checkRevocation(sign1.unprotectedHeader(), leaf, chain, at, path, findings);
    boolean trusted = ChainOfTrust.reaches(anchors.signers(), leaf, chain, at);
    findings.add(
        trusted ? StatusCode.SIGNING_CREDENTIAL_TRUSTED : StatusCode.SIGNING_CREDENTIAL_UNTRUSTED,
        path,
        (trusted ? "trusted signer " : "signer on no list given: ")
            + leaf.getSubjectX500Principal());
  }

  private static void checkBytes(
      CoseSign1 sign1,
      X509Certificate leaf,
      Optional<SigningAlgorithm> algorithm,
      Claim claim,
      String path,
      Findings findings) {
    if (algorithm.isEmpty()) {
      findings.add(
          StatusCode.ALGORITHM_UNSUPPORTED, path, "the signature's algorithm is not one of C2PA's");
      return;
    }
    byte[] signed = CoseSign1.toBeSigned(sign1.protectedHeader(), claim.bytes());
    if (algorithm.get().verify(leaf.getPublicKey(), signed, sign1.signature())) {
      findings.add(StatusCode.CLAIM_SIGNATURE_VALIDATED, path, "claim signature valid");
    } else {
      findings.add(StatusCode.CLAIM_SIGNATURE_MISMATCH, path, "the claim is not what was signed");
    }
  }
}
