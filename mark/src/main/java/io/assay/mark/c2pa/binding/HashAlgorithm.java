package io.assay.mark.c2pa.binding;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** The hash algorithms that C2PA allows (section 13.1). */
public enum HashAlgorithm {
  SHA256("sha256", "SHA-256"),
  SHA384("sha384", "SHA-384"),
  SHA512("sha512", "SHA-512");

  private final String id;
  private final String jca;

  HashAlgorithm(String id, String jca) {
    this.id = id;
    this.jca = jca;
  }

  /** The name that C2PA gives it. */
  public String id() {
    return id;
  }

  public static Optional<HashAlgorithm> of(String id) {
    return Arrays.stream(values()).filter(a -> a.id.equals(id)).findFirst();
  }

  public MessageDigest digest() {
    try {
      return MessageDigest.getInstance(jca);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public byte[] hash(byte[] data) {
    return digest().digest(data);
  }
}
