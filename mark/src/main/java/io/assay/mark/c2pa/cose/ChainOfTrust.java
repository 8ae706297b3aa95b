package io.assay.mark.c2pa.cose;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/** Builds certification paths by RFC 5280 section 6, without revocation. */
public final class ChainOfTrust {
  private ChainOfTrust() {}

  /**
   * Whether a path leads from {@code leaf} over {@code offered} to an anchor, all valid at a time.
   */
  public static boolean reaches(
      Collection<X509Certificate> anchors,
      X509Certificate leaf,
      List<X509Certificate> offered,
      Instant at) {
    if (anchors.isEmpty()) {
      return false;
    }
    try {
      X509CertSelector target = new X509CertSelector();
      target.setCertificate(leaf);
      PKIXBuilderParameters parameters =
          new PKIXBuilderParameters(
              anchors.stream().map(a -> new TrustAnchor(a, null)).collect(Collectors.toSet()),
              target);
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(at));
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(offered)));
      CertPathBuilder.getInstance("PKIX").build(parameters);
      return true;
    } catch (GeneralSecurityException noPath) {
      return false;
    }
  }

  /** Whether a time lies in the certificate's validity. */
  public static boolean validAt(X509Certificate certificate, Instant at) {
    return !at.isBefore(certificate.getNotBefore().toInstant())
        && !at.isAfter(certificate.getNotAfter().toInstant());
  }
}
