package io.assay.mark.c2pa.binding;

import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;

/** How hashes of a file are made: for good, or as placeholders of equal length. */
public final class Hashing {
  private static final int BUFFER = 64 << 10;

  private final HashAlgorithm algorithm;
  private final boolean placeholder;

  private Hashing(HashAlgorithm algorithm, boolean placeholder) {
    this.algorithm = algorithm;
    this.placeholder = placeholder;
  }

  /** Real hashes. */
  public static Hashing by(HashAlgorithm algorithm) {
    return new Hashing(algorithm, false);
  }

  /** Zeros where hashes go. */
  public static Hashing placeholders(HashAlgorithm algorithm) {
    return new Hashing(algorithm, true);
  }

  HashAlgorithm algorithm() {
    return algorithm;
  }

  byte[] over(Source file, List<Piece> pieces) {
    MessageDigest digest = algorithm.digest();
    if (placeholder) {
      return new byte[digest.getDigestLength()];
    }
    byte[] buffer = new byte[BUFFER];
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Bytes(Range range) -> update(digest, file, range, buffer);
        case Piece.Offset(long value) ->
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(value).flip());
      }
    }
    return digest.digest();
  }

  private static void update(MessageDigest digest, Source file, Range range, byte[] buffer) {
    file.requireRange(range.at(), range.length());
    long at = range.at();
    while (at < range.end()) {
      int count = (int) Math.min(buffer.length, range.end() - at);
      file.read(at, buffer, 0, count);
      digest.update(buffer, 0, count);
      at += count;
    }
  }
}
