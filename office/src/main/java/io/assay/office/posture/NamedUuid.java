package io.assay.office.posture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Identifiers made of names (RFC 9562, version 5) in the namespace of addresses. */
final class NamedUuid {
  private static final ByteBuffer ADDRESSES =
      ByteBuffer.allocate(16).putLong(0x6ba7b8119dad11d1L).putLong(0x80b400c04fd430c8L).flip();

  private NamedUuid() {}

  /** The same name always gives the same identifier. */
  static String of(String name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(ADDRESSES.duplicate());
      ByteBuffer bits = ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
      long high = (bits.getLong() & ~0xf000L) | 0x5000L;
      long low = (bits.getLong() & ~(0b11L << 62)) | (0b10L << 62);
      return new UUID(high, low).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
