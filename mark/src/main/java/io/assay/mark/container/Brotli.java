package io.assay.mark.container;

import io.assay.mark.MarkException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.brotli.dec.BrotliInputStream;

/** Expands what is compressed by Brotli (RFC 7932), within a bound. */
public final class Brotli {
  private Brotli() {}

  /**
   * The expanded bytes; empty where the stream is broken.
   *
   * @throws MarkException where they are more than {@code most}
   */
  public static Optional<byte[]> expanded(byte[] compressed, int most) {
    byte[] out;
    try (BrotliInputStream in = new BrotliInputStream(new ByteArrayInputStream(compressed))) {
      out = in.readNBytes(most + 1);
    } catch (IOException e) {
      return Optional.empty();
    }
    if (out.length > most) {
      throw MarkException.limit("compressed content of more than " + most + " bytes", 0);
    }
    return Optional.of(out);
  }
}
