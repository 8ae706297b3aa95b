package io.assay.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.InstantSource;
import java.util.Base64;

/**
 * A private key held in memory that signs notes as a log or cosigns checkpoints as a witness. Its
 * text form is the vkey and the private key in PKCS #8, one line each; keep it secret. Thread-safe.
 */
public final class SigningKey implements NoteSigner {

  private static final String PRIVATE = "PKCS8+";

  private final VerifierKey verifier;
  private final PrivateKey key;
  private final InstantSource clock;

  private SigningKey(VerifierKey verifier, PrivateKey key, InstantSource clock) {
    this.verifier = verifier;
    this.key = key;
    this.clock = clock;
  }

  /** A new key of a type under a name. */
  public static SigningKey generate(String name, KeyType type, InstantSource clock) {
    try {
      KeyPair pair = type.generator().generateKeyPair();
      VerifierKey verifier = new VerifierKey(name, type, type.raw(pair.getPublic()));
      return new SigningKey(verifier, pair.getPrivate(), clock);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(
          "this Java has no "
              + type.algorithm()
              + "; run on a newer one, or add a security provider that offers it",
          missing);
    }
  }

  /**
   * Reads a key's text form.
   *
   * @throws IllegalArgumentException when it is malformed or its halves do not belong together
   */
  public static SigningKey parse(String text, InstantSource clock) {
    String[] lines = text.strip().split("\n");
    if (lines.length != 2 || !lines[1].startsWith(PRIVATE)) {
      throw new IllegalArgumentException("a signing key is a vkey line and a private key line");
    }
    VerifierKey verifier = VerifierKey.parse(lines[0]);
    byte[] encoded = SignedNote.decodeBase64(lines[1].substring(PRIVATE.length()));
    try {
      PrivateKey key = verifier.type().keys().generatePrivate(new PKCS8EncodedKeySpec(encoded));
      SigningKey signer = new SigningKey(verifier, key, clock);
      byte[] probe = "probe".getBytes(StandardCharsets.US_ASCII);
      if (!verifier.type().check(verifier, probe, signer.signature(probe))) {
        throw new IllegalArgumentException(
            "the private key is not that of " + verifier.name() + "'s public key");
      }
      return signer;
    } catch (GeneralSecurityException malformed) {
      throw new IllegalArgumentException("not a private key", malformed);
    }
  }

  public VerifierKey verifier() {
    return verifier;
  }

  @Override
  public NoteSignature sign(String text) {
    long timestamp = clock.instant().getEpochSecond();
    byte[] value =
        switch (verifier.type()) {
          case ED25519, SM2 -> signature(text.getBytes(StandardCharsets.UTF_8));
          case COSIGNATURE_ED25519 ->
              stamped(timestamp, signature(Cosigned.ed25519(text, timestamp)));
          case COSIGNATURE_ML_DSA_44 ->
              stamped(timestamp, signature(Cosigned.mlDsa(verifier.name(), text, timestamp)));
        };
    return new NoteSignature(verifier.name(), verifier.keyId(), value);
  }

  /** The secret text form. */
  public String secret() {
    return verifier + "\n" + PRIVATE + Base64.getEncoder().encodeToString(key.getEncoded()) + "\n";
  }

  /** The public half. */
  @Override
  public String toString() {
    return verifier.toString();
  }

  private byte[] signature(byte[] message) {
    try {
      Signature signer = verifier.type().signature();
      signer.initSign(key);
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException("cannot sign as " + verifier.name(), failed);
    }
  }

  private static byte[] stamped(long timestamp, byte[] signature) {
    return ByteBuffer.allocate(Long.BYTES + signature.length)
        .putLong(timestamp)
        .put(signature)
        .array();
  }
}
