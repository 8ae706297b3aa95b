package io.assay.mark.aigc;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;

/** An SM2 private key in memory (GB/T 32918). Immutable. */
public final class Sm2Key implements LabelSigner {
  private static final X9ECParameters CURVE = GMNamedCurves.getByName("sm2p256v1");
  private static final ECDomainParameters DOMAIN =
      new ECDomainParameters(CURVE.getCurve(), CURVE.getG(), CURVE.getN(), CURVE.getH());
  private static final SecureRandom RANDOM = new SecureRandom();

  private final ECPrivateKeyParameters key;
  private final byte[] point;

  private Sm2Key(BigInteger secret) {
    if (secret.signum() <= 0 || secret.compareTo(DOMAIN.getN().subtract(BigInteger.ONE)) >= 0) {
      throw new IllegalArgumentException("an SM2 secret lies between 1 and n - 2");
    }
    this.key = new ECPrivateKeyParameters(secret, DOMAIN);
    this.point = DOMAIN.getG().multiply(secret).normalize().getEncoded(false);
  }

  /** A fresh key. */
  public static Sm2Key generate() {
    BigInteger secret;
    do {
      secret = new BigInteger(DOMAIN.getN().bitLength(), RANDOM);
    } while (secret.signum() <= 0 || secret.compareTo(DOMAIN.getN().subtract(BigInteger.ONE)) >= 0);
    return new Sm2Key(secret);
  }

  /** The key with this secret number, 64 hexadecimal digits. */
  public static Sm2Key ofSecret(String hex) {
    return new Sm2Key(new BigInteger(hex, 16));
  }

  @Override
  public byte[] sign(byte[] message) {
    SM2Signer signer = new SM2Signer();
    signer.init(true, new ParametersWithRandom(key, RANDOM));
    signer.update(message, 0, message.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new IllegalStateException("SM2 failed to sign", e);
    }
  }

  @Override
  public byte[] publicPoint() {
    return point.clone();
  }

  /** Whether a signature fits; false for a key or a signature that cannot be read. */
  static boolean verify(byte[] point, byte[] message, byte[] signature) {
    try {
      SM2Signer verifier = new SM2Signer();
      verifier.init(false, new ECPublicKeyParameters(CURVE.getCurve().decodePoint(point), DOMAIN));
      verifier.update(message, 0, message.length);
      return verifier.verifySignature(signature);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
