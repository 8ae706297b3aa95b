package io.assay.mark.c2pa.cose;

import io.assay.mark.MarkException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** X.509 certificates as DER and PEM. */
public final class Certificates {
  private Certificates() {}

  public static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("certificate has no DER encoding", e);
    }
  }

  public static X509Certificate parse(byte[] der) {
    return readAll(der).getFirst();
  }

  /** All certificates of a PEM text, in its order. */
  public static List<X509Certificate> parsePem(String pem) {
    return readAll(pem.getBytes(StandardCharsets.US_ASCII));
  }

  public static String toPem(List<X509Certificate> certificates) {
    StringBuilder pem = new StringBuilder();
    for (X509Certificate certificate : certificates) {
      pem.append(toPem("CERTIFICATE", der(certificate)));
    }
    return pem.toString();
  }

  static String toPem(String what, byte[] der) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + what + "-----\n" + base64 + "\n-----END " + what + "-----\n";
  }

  private static List<X509Certificate> readAll(byte[] encoded) {
    try {
      List<X509Certificate> out = new ArrayList<>();
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(encoded))) {
        out.add((X509Certificate) certificate);
      }
      if (out.isEmpty()) {
        throw new MarkException(MarkException.Reason.MALFORMED, "no certificate where one belongs");
      }
      return out;
    } catch (CertificateException e) {
      throw new MarkException(MarkException.Reason.MALFORMED, "certificate cannot be read", e);
    }
  }
}
