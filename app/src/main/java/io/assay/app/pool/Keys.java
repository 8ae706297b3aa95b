package io.assay.app.pool;

import io.assay.review.ReviewException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Ed25519 keys in PEM files, as OpenSSL writes them. */
final class Keys {

  private Keys() {}

  static PrivateKey privateKey(Path file) {
    try {
      return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der(file)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new ReviewException(
          file + " is no Ed25519 private key; make one by openssl genpkey -algorithm ed25519", e);
    }
  }

  static PublicKey publicKey(Path file) {
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der(file)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new ReviewException(
          file + " is no Ed25519 public key; make one by openssl pkey -pubout", e);
    }
  }

  private static byte[] der(Path file) {
    try {
      String pem = Files.readString(file);
      return Base64.getMimeDecoder().decode(pem.replaceAll("-----[^-]*-----", ""));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
