package io.assay.mark.c2pa.validation;

import io.assay.mark.c2pa.cose.Certificates;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The certificates that a validator believes (C2PA section 14.4): for signers of claims and for
 * time-stamping authorities.
 */
public record TrustAnchors(List<X509Certificate> signers, List<X509Certificate> timeStampers) {
  public TrustAnchors {
    signers = List.copyOf(signers);
    timeStampers = List.copyOf(timeStampers);
  }

  /** Believes nobody; a sound manifest is then valid but not trusted. */
  public static TrustAnchors none() {
    return new TrustAnchors(List.of(), List.of());
  }

  /** Believes these roots for both purposes. */
  public static TrustAnchors of(List<X509Certificate> roots) {
    return new TrustAnchors(roots, roots);
  }

  /** Believes the certificates of a PEM text for both purposes. */
  public static TrustAnchors ofPem(String pem) {
    return of(Certificates.parsePem(pem));
  }
}
