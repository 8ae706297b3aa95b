package io.assay.mark.c2pa;

import io.assay.mark.MarkException;
import io.assay.mark.c2pa.cose.CertificateProfile;
import io.assay.mark.c2pa.cose.Certificates;
import io.assay.mark.c2pa.cose.PemKey;
import io.assay.mark.c2pa.cose.SigningAlgorithm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs with a key that the Java security providers can use. The algorithm follows from the key:
 * ES256/384/512 for the NIST curves, PS256 for RSA, Ed25519. Safe for use by several threads.
 */
public final class KeySigner implements C2paSigner {
  private final PrivateKey key;
  private final List<X509Certificate> chain;
  private final SigningAlgorithm algorithm;
  private final @Nullable Provider provider;

  private KeySigner(PrivateKey key, List<X509Certificate> chain, @Nullable Provider provider) {
    this.key = key;
    this.chain = List.copyOf(chain);
    this.provider = provider;
    X509Certificate leaf = chain.getFirst();
    CertificateProfile.claimSignerProblem(leaf)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(
                  problem
                      + "; get a certificate after C2PA section 14.5.1 for "
                      + leaf.getSubjectX500Principal());
            });
    this.algorithm = SigningAlgorithm.of(leaf.getPublicKey()).orElseThrow();
  }

  /** A signer from a private key and its chain, leaf first. */
  public static KeySigner of(PrivateKey key, List<X509Certificate> chain) {
    return new KeySigner(key, chain, null);
  }

  /** A signer from a PKCS#8 key and a certificate chain in PEM files. */
  public static KeySigner ofPem(Path key, Path chain) {
    try {
      List<X509Certificate> certificates = Certificates.parsePem(Files.readString(chain));
      return of(
          PemKey.parse(Files.readString(key), certificates.getFirst().getPublicKey()),
          certificates);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the key " + key + " or the chain " + chain, e);
    }
  }

  /** A signer whose key stays in a PKCS#11 token, after a SunPKCS11 configuration file. */
  public static KeySigner ofPkcs11(Path configuration, String alias, char[] pin) {
    Provider provider =
        Optional.ofNullable(Security.getProvider("SunPKCS11"))
            .orElseThrow(() -> new IllegalStateException("this Java lacks SunPKCS11"))
            .configure(configuration.toString());
    try {
      KeyStore store = KeyStore.getInstance("PKCS11", provider);
      store.load(null, pin);
      return ofKeyStore(store, alias, pin, provider);
    } catch (GeneralSecurityException | IOException e) {
      throw new MarkException(
          MarkException.Reason.IO, "the PKCS#11 token of " + configuration + " does not open", e);
    }
  }

  private static KeySigner ofKeyStore(KeyStore store, String alias, char[] pin, Provider provider)
      throws GeneralSecurityException {
    Certificate[] stored = store.getCertificateChain(alias);
    if (stored == null || !(store.getKey(alias, pin) instanceof PrivateKey key)) {
      throw new IllegalArgumentException("the token has no key and certificate named " + alias);
    }
    List<X509Certificate> chain = new ArrayList<>();
    for (Certificate certificate : stored) {
      X509Certificate each = (X509Certificate) certificate;
      if (!each.getSubjectX500Principal().equals(each.getIssuerX500Principal())) {
        chain.add(each);
      }
    }
    return new KeySigner(key, chain, provider);
  }

  @Override
  public SigningAlgorithm algorithm() {
    return algorithm;
  }

  @Override
  public List<X509Certificate> chain() {
    return chain;
  }

  @Override
  public byte[] sign(byte[] data) {
    try {
      return algorithm.sign(key, provider, data);
    } catch (GeneralSecurityException e) {
      throw new MarkException(MarkException.Reason.IO, "the claim key does not sign", e);
    }
  }
}
