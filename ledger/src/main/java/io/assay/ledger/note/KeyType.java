package io.assay.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** The kinds of key that a note signature may be made with. */
public enum KeyType {
  /** A log's signature: Ed25519 over the note's text. */
  ED25519(1, 32, "Ed25519", "302a300506032b6570032100") {
    @Override
    boolean verify(VerifierKey key, String text, byte[] value) {
      return check(key, text.getBytes(StandardCharsets.UTF_8), value);
    }
  },
  /** A witness's timestamped Ed25519 signature, cosignature/v1 of c2sp.org/tlog-cosignature. */
  COSIGNATURE_ED25519(4, 32, "Ed25519", "302a300506032b6570032100") {
    @Override
    boolean verify(VerifierKey key, String text, byte[] value) {
      return timestamped(value)
          && check(key, Cosigned.ed25519(text, timestamp(value)), afterTimestamp(value));
    }
  },
  /** A witness's timestamped ML-DSA-44 signature; verifiable on Java 24 and later. */
  COSIGNATURE_ML_DSA_44(6, 1312, "ML-DSA-44", "30820532300b06096086480165030403110382052100") {
    @Override
    boolean verify(VerifierKey key, String text, byte[] value) {
      return timestamped(value)
          && check(key, Cosigned.mlDsa(key.name(), text, timestamp(value)), afterTimestamp(value));
    }
  };

  private final byte code;
  private final int length;
  private final String algorithm;
  private final byte[] header;

  KeyType(int code, int length, String algorithm, String header) {
    this.code = (byte) code;
    this.length = length;
    this.algorithm = algorithm;
    this.header = HexFormat.of().parseHex(header);
  }

  /** The type with a code, or {@link IllegalArgumentException}. */
  static KeyType of(byte code) {
    for (KeyType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new IllegalArgumentException("unknown kind of key: " + code);
  }

  byte code() {
    return code;
  }

  String algorithm() {
    return algorithm;
  }

  abstract boolean verify(VerifierKey key, String text, byte[] value);

  void checkLength(byte[] publicKey) {
    if (publicKey.length != length) {
      throw new IllegalArgumentException(
          "an " + algorithm + " key has " + length + " bytes, not " + publicKey.length);
    }
  }

  /** The raw bytes within a public key's X.509 encoding. */
  byte[] raw(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - length, encoded.length);
  }

  /** The time in a timestamped signature, in seconds since 1970. */
  static long timestamp(byte[] value) {
    return ByteBuffer.wrap(value).getLong();
  }

  private static boolean timestamped(byte[] value) {
    return value.length > Long.BYTES && timestamp(value) > 0;
  }

  private static byte[] afterTimestamp(byte[] value) {
    return Arrays.copyOfRange(value, Long.BYTES, value.length);
  }

  boolean check(VerifierKey key, byte[] message, byte[] signature) {
    try {
      byte[] encoded =
          ByteBuffer.allocate(header.length + length).put(header).put(key.publicKey()).array();
      PublicKey decoded =
          KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
      Signature verifier = Signature.getInstance(algorithm);
      verifier.initVerify(decoded);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException unusable) {
      return false;
    }
  }
}
