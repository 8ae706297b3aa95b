package io.assay.mark;

import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The work itself without its metadata, as a digest. */
final class Payload {
  private static final int PIECE = 1 << 16;

  private Payload() {}

  /** The digest of a file's payload; of the whole file where its format has no metadata. */
  static String sha256(Media media) {
    Source file = media.source();
    return sha256(
        file,
        Containers.carrier(media.format())
            .map(carrier -> carrier.payload(file))
            .orElseGet(() -> List.of(new Range(0, file.length()))));
  }

  /** SHA-256 over the runs in order, in lower-case hexadecimal. */
  static String sha256(Source file, List<Range> runs) {
    MessageDigest digest = sha256();
    byte[] piece = new byte[PIECE];
    for (Range run : runs) {
      for (long at = run.at(); at < run.end(); at += PIECE) {
        int length = (int) Math.min(PIECE, run.end() - at);
        file.read(at, piece, 0, length);
        digest.update(piece, 0, length);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
