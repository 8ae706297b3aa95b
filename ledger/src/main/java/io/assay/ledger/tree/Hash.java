package io.assay.ledger.tree;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 value of 32 bytes. Immutable. */
public final class Hash {

  public static final int BYTES = 32;

  private final byte[] value;

  private Hash(byte[] value) {
    this.value = value;
  }

  /**
   * Copies 32 bytes.
   *
   * @throws IllegalArgumentException when there are more or fewer
   */
  public static Hash of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
    }
    return new Hash(bytes.clone());
  }

  /** The hash of 32 bytes within an array, from an offset. */
  public static Hash at(byte[] bytes, int offset) {
    return new Hash(Arrays.copyOfRange(bytes, offset, offset + BYTES));
  }

  /**
   * Reads the standard base64 form.
   *
   * @throws IllegalArgumentException when it is not the encoding of 32 bytes
   */
  public static Hash parse(String base64) {
    Hash hash = of(Base64.getDecoder().decode(base64));
    if (!hash.toBase64().equals(base64)) {
      throw new IllegalArgumentException("not canonical base64: " + base64);
    }
    return hash;
  }

  static Hash wrap(byte[] digest) {
    return new Hash(digest);
  }

  public byte[] bytes() {
    return value.clone();
  }

  public String toBase64() {
    return Base64.getEncoder().encodeToString(value);
  }

  public void putInto(ByteBuffer buffer) {
    buffer.put(value);
  }

  void update(MessageDigest digest) {
    digest.update(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(value, hash.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  /** The hexadecimal form. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(value);
  }
}
