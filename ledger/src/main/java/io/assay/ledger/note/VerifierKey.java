package io.assay.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A named public key that verifies note signatures, written {@code name+keyid+base64} (a "vkey" of
 * c2sp.org/signed-note). Immutable.
 *
 * @param publicKey the raw public key, without its type byte
 */
public record VerifierKey(String name, KeyType type, byte[] publicKey) {

  public VerifierKey {
    checkName(name);
    type.checkForm(publicKey);
    publicKey = publicKey.clone();
  }

  /**
   * Reads a vkey.
   *
   * @throws IllegalArgumentException when it is malformed or of an unknown type
   */
  public static VerifierKey parse(String vkey) {
    String[] parts = vkey.strip().split("\\+", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException("a key is name+id+base64, not " + vkey);
    }
    byte[] bytes = SignedNote.decodeBase64(parts[2]);
    if (bytes.length == 0) {
      throw new IllegalArgumentException("a key without bytes: " + vkey);
    }
    VerifierKey key =
        new VerifierKey(parts[0], KeyType.of(bytes[0]), Arrays.copyOfRange(bytes, 1, bytes.length));
    if (!HexFormat.of().toHexDigits(key.keyId()).equals(parts[1])) {
      throw new IllegalArgumentException("the key's id is not its hash: " + vkey);
    }
    return key;
  }

  /** The key's id: the head of a hash of its name, type and bytes. */
  public int keyId() {
    MessageDigest digest = sha256();
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    digest.update(type.code());
    return ByteBuffer.wrap(digest.digest(publicKey)).getInt();
  }

  /** Whether a signature line claims this key. */
  public boolean made(NoteSignature signature) {
    return name.equals(signature.name()) && keyId() == signature.keyId();
  }

  /** Whether a signature under a text is good. */
  public boolean verifies(String text, NoteSignature signature) {
    return made(signature) && type.verify(this, text, signature.value());
  }

  @Override
  public byte[] publicKey() {
    return publicKey.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that
        && name.equals(that.name)
        && type == that.type
        && Arrays.equals(publicKey, that.publicKey);
  }

  @Override
  public int hashCode() {
    return keyId();
  }

  /** The vkey. */
  @Override
  public String toString() {
    byte[] typed =
        ByteBuffer.allocate(1 + publicKey.length).put(type.code()).put(publicKey).array();
    return name
        + "+"
        + HexFormat.of().toHexDigits(keyId())
        + "+"
        + Base64.getEncoder().encodeToString(typed);
  }

  static void checkName(String name) {
    boolean bad =
        name.isEmpty()
            || name.indexOf('+') >= 0
            || name.codePoints()
                .anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    if (bad) {
      throw new IllegalArgumentException("a key's name has neither space nor '+': '" + name + "'");
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }
}
