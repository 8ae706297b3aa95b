package io.assay.mark.c2pa.cose;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The signature algorithms that C2PA allows (section 13.2.1), by their COSE numbers. */
public enum SigningAlgorithm {
  ES256(-7, "SHA256withECDSAinP1363Format", "SHA-256", 64),
  ES384(-35, "SHA384withECDSAinP1363Format", "SHA-384", 96),
  ES512(-36, "SHA512withECDSAinP1363Format", "SHA-512", 132),
  PS256(-37, "RSASSA-PSS", "SHA-256", 512),
  PS384(-38, "RSASSA-PSS", "SHA-384", 512),
  PS512(-39, "RSASSA-PSS", "SHA-512", 512),
  ED25519(-8, "Ed25519", "SHA-512", 64);

  private final int cose;
  private final String jca;
  private final String hash;
  private final int size;

  SigningAlgorithm(int cose, String jca, String hash, int size) {
    this.cose = cose;
    this.jca = jca;
    this.hash = hash;
    this.size = size;
  }

  /** The COSE algorithm number. */
  public int cose() {
    return cose;
  }

  /** The most bytes that a signature takes. */
  public int size() {
    return size;
  }

  public static Optional<SigningAlgorithm> ofCose(long number) {
    return Arrays.stream(values()).filter(a -> a.cose == number).findFirst();
  }

  /** The algorithm that C2PA uses with this key; empty where it uses none. */
  public static Optional<SigningAlgorithm> of(PublicKey key) {
    return switch (key) {
      case ECKey ec ->
          switch (ec.getParams().getCurve().getField().getFieldSize()) {
            case 256 -> Optional.of(ES256);
            case 384 -> Optional.of(ES384);
            case 521 -> Optional.of(ES512);
            default -> Optional.empty();
          };
      case RSAPublicKey rsa when isBearable(rsa) -> Optional.of(PS256);
      case EdECKey ed when ed.getParams().getName().equals("Ed25519") -> Optional.of(ED25519);
      default -> Optional.empty();
    };
  }

  /** Keys over these bounds only cost the verifier time. */
  private static boolean isBearable(RSAPublicKey key) {
    int bits = key.getModulus().bitLength();
    return bits >= 2048 && bits <= 16_384 && key.getPublicExponent().bitLength() <= 64;
  }

  /** Whether this key may be used with this algorithm. */
  public boolean fits(PublicKey key) {
    return of(key).map(a -> a == this || (a == PS256 && jca.equals("RSASSA-PSS"))).orElse(false);
  }

  public byte[] sign(PrivateKey key, @Nullable Provider provider, byte[] data)
      throws GeneralSecurityException {
    Signature signature = signature(provider);
    signature.initSign(key);
    signature.update(data);
    return signature.sign();
  }

  /** Whether {@code bytes} is this key's signature over {@code data}. */
  public boolean verify(PublicKey key, byte[] data, byte[] bytes) {
    if (!fits(key)) {
      return false;
    }
    try {
      Signature signature = signature(null);
      signature.initVerify(key);
      signature.update(data);
      return signature.verify(bytes);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  private Signature signature(@Nullable Provider provider) throws GeneralSecurityException {
    Signature signature =
        provider == null ? Signature.getInstance(jca) : Signature.getInstance(jca, provider);
    if (jca.equals("RSASSA-PSS")) {
      int salt = Integer.parseInt(hash.substring(4)) / 8;
      signature.setParameter(
          new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), salt, 1));
    }
    return signature;
  }
}
