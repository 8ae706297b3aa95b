package io.assay.mark.c2pa.cose;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A certification authority for development; every name it gives says so. */
public final class DevelopmentAuthority {
  private static final Duration SKEW = Duration.ofHours(1);
  private static final Duration ROOT_LIFE = Duration.ofDays(3650);
  private static final Duration LEAF_LIFE = Duration.ofDays(1825);

  private final KeyPair keys;
  private final X509Certificate certificate;
  private final List<X509Certificate> above;
  private final Instant start;

  private DevelopmentAuthority(
      KeyPair keys, X509Certificate certificate, List<X509Certificate> above, Instant start) {
    this.keys = keys;
    this.certificate = certificate;
    this.above = above;
    this.start = start;
  }

  /** A leaf: its private key and its chain, leaf first, without the root. */
  public record Issued(PrivateKey key, List<X509Certificate> chain) {}

  /** A new root whose validity starts a little before {@code now}. */
  public static DevelopmentAuthority root(Instant now) {
    Instant start = now.minus(SKEW);
    KeyPair keys = newKeys("EC");
    X500Name name = name("Root");
    X509Certificate certificate =
        certify(null, keys, name, builder -> authority(builder, 1), start, ROOT_LIFE);
    return new DevelopmentAuthority(keys, certificate, List.of(), start);
  }

  /** A new issuing authority under this one. */
  public DevelopmentAuthority subordinate() {
    KeyPair below = newKeys("EC");
    X509Certificate issued =
        certify(
            this, below, name("Issuing CA"), builder -> authority(builder, 0), start, ROOT_LIFE);
    return new DevelopmentAuthority(below, issued, List.of(issued), start);
  }

  public X509Certificate certificate() {
    return certificate;
  }

  /** A leaf on P-256 for one purpose. */
  public Issued issue(String commonName, String purpose) {
    return issue(commonName, purpose, "EC", LEAF_LIFE);
  }

  /** A leaf with a key of an algorithm (EC, RSA or Ed25519) for one purpose and a life. */
  public Issued issue(String commonName, String purpose, String keyAlgorithm, Duration life) {
    KeyPair leaf = newKeys(keyAlgorithm);
    X509Certificate issued =
        certify(this, leaf, name(commonName), builder -> leaf(builder, purpose), start, life);
    List<X509Certificate> chain = new ArrayList<>();
    chain.add(issued);
    chain.addAll(above);
    return new Issued(leaf.getPrivate(), chain);
  }

  private interface Extensions {
    void addTo(X509v3CertificateBuilder builder) throws CertIOException;
  }

  private static void authority(X509v3CertificateBuilder builder, int below)
      throws CertIOException {
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(below));
    builder.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
  }

  private static void leaf(X509v3CertificateBuilder builder, String purpose)
      throws CertIOException {
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    boolean timeStamping = purpose.equals(CertificateProfile.TIME_STAMPING);
    KeyPurposeId id = KeyPurposeId.getInstance(new ASN1ObjectIdentifier(purpose));
    KeyPurposeId[] purposes =
        timeStamping
            ? new KeyPurposeId[] {id}
            : new KeyPurposeId[] {id, KeyPurposeId.id_kp_emailProtection};
    builder.addExtension(Extension.extendedKeyUsage, timeStamping, new ExtendedKeyUsage(purposes));
  }

  private static X509Certificate certify(
      @Nullable DevelopmentAuthority issuer,
      KeyPair subject,
      X500Name name,
      Extensions extensions,
      Instant start,
      Duration life) {
    KeyPair signing = issuer == null ? subject : issuer.keys;
    X500Name issuerName =
        issuer == null
            ? name
            : X500Name.getInstance(issuer.certificate.getSubjectX500Principal().getEncoded());
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuerName,
              new BigInteger(127, new SecureRandom()),
              Date.from(start),
              Date.from(start.plus(life)),
              name,
              subject.getPublic());
      JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
      extensions.addTo(builder);
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          identifiers.createSubjectKeyIdentifier(subject.getPublic()));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          identifiers.createAuthorityKeyIdentifier(signing.getPublic()));
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(signing.getPrivate())));
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
      throw new IllegalStateException("cannot issue a development certificate", e);
    }
  }

  private static X500Name name(String commonName) {
    return new X500Name(
        "O=Assay Development - NOT FOR PRODUCTION,CN=Assay Development " + commonName);
  }

  private static KeyPair newKeys(String algorithm) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (algorithm.equals("EC")) {
        generator.initialize(new ECGenParameterSpec("secp256r1"));
      } else if (algorithm.equals("RSA")) {
        generator.initialize(2048);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot make a " + algorithm + " key", e);
    }
  }
}
