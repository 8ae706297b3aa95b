package io.assay.mark.c2pa.cose;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;

/** The certificate profile of C2PA section 14.5.1 for leaf certificates. */
public final class CertificateProfile {
  /** The purpose of signing claims. */
  public static final String CLAIM_SIGNING = "1.3.6.1.4.1.62558.2.1";

  /** The purpose of signing time-stamps. */
  public static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

  private static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";
  private static final String EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4";
  private static final String DOCUMENT_SIGNING = "1.3.6.1.5.5.7.3.36";
  private static final String ANY_PURPOSE = "2.5.29.37.0";
  private static final String RSASSA_PSS = "1.2.840.113549.1.1.10";
  private static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";
  private static final Set<String> CLAIM_PURPOSES =
      Set.of(CLAIM_SIGNING, EMAIL_PROTECTION, DOCUMENT_SIGNING);
  private static final Set<String> ALGORITHMS =
      Set.of(
          "1.2.840.10045.4.3.2",
          "1.2.840.10045.4.3.3",
          "1.2.840.10045.4.3.4",
          "1.2.840.113549.1.1.11",
          "1.2.840.113549.1.1.12",
          "1.2.840.113549.1.1.13",
          RSASSA_PSS,
          "1.3.101.112");
  private static final Set<String> PSS_HASHES =
      Set.of("2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3");

  private CertificateProfile() {}

  /** Why this certificate may not sign claims; empty where it may. */
  public static Optional<String> claimSignerProblem(X509Certificate leaf) {
    return problem(leaf, CLAIM_PURPOSES);
  }

  /** Why this certificate may not sign time-stamps; empty where it may. */
  public static Optional<String> timeStamperProblem(X509Certificate leaf) {
    return problem(leaf, Set.of(TIME_STAMPING));
  }

  private static Optional<String> problem(X509Certificate leaf, Set<String> purposes) {
    if (leaf.getVersion() != 3) {
      return Optional.of("the certificate is not version 3");
    }
    if (!ALGORITHMS.contains(leaf.getSigAlgOID()) || !soundPss(leaf)) {
      return Optional.of("the certificate's signature algorithm " + leaf.getSigAlgOID());
    }
    if (SigningAlgorithm.of(leaf.getPublicKey()).isEmpty()) {
      return Optional.of("the certificate's key is of a size or on a curve that is not allowed");
    }
    if (leaf.getIssuerUniqueID() != null || leaf.getSubjectUniqueID() != null) {
      return Optional.of("the certificate has a unique identifier");
    }
    if (leaf.getBasicConstraints() >= 0) {
      return Optional.of("the certificate belongs to an authority");
    }
    if (leaf.getExtensionValue(AUTHORITY_KEY_IDENTIFIER) == null) {
      return Optional.of("the certificate lacks an authority key identifier");
    }
    boolean[] usage = leaf.getKeyUsage();
    if (usage == null || !usage[0] || usage[5]) {
      return Optional.of("the certificate's key usage is not digitalSignature");
    }
    return purposeProblem(leaf, purposes);
  }

  private static Optional<String> purposeProblem(X509Certificate leaf, Set<String> purposes) {
    List<String> given;
    try {
      given = leaf.getExtendedKeyUsage();
    } catch (CertificateParsingException e) {
      return Optional.of("the certificate's extended key usage cannot be read");
    }
    if (given == null || given.contains(ANY_PURPOSE)) {
      return Optional.of("the certificate's extended key usage is absent or 'any'");
    }
    boolean exclusive = given.contains(TIME_STAMPING) || given.contains(OCSP_SIGNING);
    if (exclusive && given.size() > 1) {
      return Optional.of("the certificate mixes time-stamping or OCSP with other purposes");
    }
    return given.stream().anyMatch(purposes::contains)
        ? Optional.empty()
        : Optional.of("the certificate's extended key usage " + given + " does not allow this");
  }

  private static boolean soundPss(X509Certificate leaf) {
    if (!leaf.getSigAlgOID().equals(RSASSA_PSS)) {
      return true;
    }
    if (leaf.getSigAlgParams() == null) {
      return false;
    }
    try {
      RSASSAPSSparams parameters = RSASSAPSSparams.getInstance(leaf.getSigAlgParams());
      String hash = parameters.getHashAlgorithm().getAlgorithm().getId();
      return PSS_HASHES.contains(hash)
          && parameters.getMaskGenAlgorithm().getParameters().toString().contains(hash);
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
