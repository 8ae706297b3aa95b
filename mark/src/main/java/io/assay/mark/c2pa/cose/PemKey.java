package io.assay.mark.c2pa.cose;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Private keys as PKCS#8 in PEM. */
public final class PemKey {
  private static final String HEAD = "-----BEGIN PRIVATE KEY-----";
  private static final String TAIL = "-----END PRIVATE KEY-----";

  private PemKey() {}

  /** The private key that belongs to {@code publicKey}. */
  public static PrivateKey parse(String pem, PublicKey publicKey) {
    int from = pem.indexOf(HEAD);
    int to = pem.indexOf(TAIL);
    if (from < 0 || to < from) {
      throw new IllegalArgumentException(
          "no '" + HEAD + "'; convert the key with: openssl pkcs8 -topk8 -nocrypt");
    }
    byte[] der = Base64.getMimeDecoder().decode(pem.substring(from + HEAD.length(), to));
    try {
      return KeyFactory.getInstance(publicKey.getAlgorithm())
          .generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the private key is not one for the certificate", e);
    }
  }

  public static String toPem(PrivateKey key) {
    return Certificates.toPem("PRIVATE KEY", key.getEncoded());
  }
}
