package io.assay.mark.c2pa;

import io.assay.mark.c2pa.cose.SigningAlgorithm;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Who signs claims. Implementations hold the key or reach it: in PEM files or PKCS#11 ({@link
 * KeySigner}), behind a service ({@link RemoteSigner}), or elsewhere. Safe for use by several
 * threads.
 */
public interface C2paSigner {
  SigningAlgorithm algorithm();

  /** The certificates, leaf first, without the root. */
  List<X509Certificate> chain();

  /**
   * Signs bytes with the algorithm: for ECDSA the two numbers one behind the other as COSE has
   * them, not DER.
   *
   * @throws io.assay.mark.MarkException where no signature comes back
   */
  byte[] sign(byte[] data);
}
