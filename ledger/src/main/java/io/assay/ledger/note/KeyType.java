package io.assay.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
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
  },
  /**
   * A further signature of a log: SM2 with SM3 over the note's text, under the default user
   * identifier of GB/T 32918. Needs a security provider that offers it. The type byte 0xff is
   * shared by all kinds without a number of their own, so the key begins with the name of this one.
   */
  SM2(
      0xff,
      "assay-sm2/v1",
      65,
      new Algorithm("EC", "SM3withSM2"),
      "3059301306072a8648ce3d020106082a811ccf5501822d034200") {
    @Override
    boolean verify(VerifierKey key, String text, byte[] value) {
      return check(key, text.getBytes(StandardCharsets.UTF_8), value);
    }

    @Override
    KeyPairGenerator generator() throws GeneralSecurityException {
      KeyPairGenerator generator = super.generator();
      generator.initialize(new ECGenParameterSpec("sm2p256v1"));
      return generator;
    }
  };

  /** What the security providers call the kind's keys and its signatures. */
  private record Algorithm(String keys, String signatures) {}

  private final byte code;
  private final byte[] prefix;
  private final int length;
  private final Algorithm algorithm;
  private final byte[] header;

  KeyType(int code, int length, String algorithm, String header) {
    this(code, "", length, new Algorithm(algorithm, algorithm), header);
  }

  KeyType(int code, String prefix, int length, Algorithm algorithm, String header) {
    this.code = (byte) code;
    this.prefix = prefix.getBytes(StandardCharsets.US_ASCII);
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

  /** What the kind is called. */
  String algorithm() {
    return algorithm.signatures();
  }

  KeyPairGenerator generator() throws GeneralSecurityException {
    return KeyPairGenerator.getInstance(algorithm.keys(), signature().getProvider());
  }

  KeyFactory keys() throws GeneralSecurityException {
    return KeyFactory.getInstance(algorithm.keys(), signature().getProvider());
  }

  Signature signature() throws GeneralSecurityException {
    return Signature.getInstance(algorithm.signatures());
  }

  abstract boolean verify(VerifierKey key, String text, byte[] value);

  void checkForm(byte[] publicKey) {
    if (publicKey.length != prefix.length + length
        || !Arrays.equals(publicKey, 0, prefix.length, prefix, 0, prefix.length)) {
      throw new IllegalArgumentException(
          "an %s key has %d bytes, not %d, or is of another kind"
              .formatted(algorithm(), prefix.length + length, publicKey.length));
    }
  }

  /** The form of a public key in a vkey: the raw bytes within its X.509 encoding. */
  byte[] raw(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return ByteBuffer.allocate(prefix.length + length)
        .put(prefix)
        .put(encoded, encoded.length - length, length)
        .array();
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
          ByteBuffer.allocate(header.length + length)
              .put(header)
              .put(key.publicKey(), prefix.length, length)
              .array();
      PublicKey decoded = keys().generatePublic(new X509EncodedKeySpec(encoded));
      Signature verifier = signature();
      verifier.initVerify(decoded);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException unusable) {
      return false;
    }
  }
}
