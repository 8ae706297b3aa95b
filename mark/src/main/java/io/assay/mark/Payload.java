package io.assay.mark;

import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.digests.SM3Digest;

/** The work itself without its metadata, as a digest. */
final class Payload {
  private static final int PIECE = 1 << 16;

  private Payload() {}

  /**
   * SHA-256 in lower-case hexadecimal of a file's payload; of the whole file where its format has
   * no metadata.
   */
  static String sha256(Media media) {
    MessageDigest digest = sha256();
    feed(media.source(), runs(media), digest::update);
    return HexFormat.of().formatHex(digest.digest());
  }

  private static List<Range> runs(Media media) {
    Source file = media.source();
    return Containers.carrier(media.format())
        .map(carrier -> carrier.payload(file))
        .orElseGet(() -> List.of(new Range(0, file.length())));
  }

  /** The SM3 digest (GB/T 32905) of the same bytes. */
  static String sm3(Media media) {
    SM3Digest digest = new SM3Digest();
    feed(media.source(), runs(media), digest::update);
    byte[] out = new byte[digest.getDigestSize()];
    digest.doFinal(out, 0);
    return HexFormat.of().formatHex(out);
  }

  /** What takes bytes in, piece by piece. */
  private interface Sink {
    void take(byte[] bytes, int offset, int length);
  }

  private static void feed(Source file, List<Range> runs, Sink sink) {
    byte[] piece = new byte[PIECE];
    for (Range run : runs) {
      for (long at = run.at(); at < run.end(); at += PIECE) {
        int length = (int) Math.min(PIECE, run.end() - at);
        file.read(at, piece, 0, length);
        sink.take(piece, 0, length);
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
