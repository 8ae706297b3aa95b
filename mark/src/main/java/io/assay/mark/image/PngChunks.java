package io.assay.mark.image;

import io.assay.mark.MarkException;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** The chunks of a PNG file, in order, up to and including IEND (PNG 3rd edition, clause 5). */
public final class PngChunks {
  private static final int SIGNATURE = 8;
  private static final int OVERHEAD = 12;
  private static final int MAX_CHUNKS = 1_000_000;

  /**
   * One chunk.
   *
   * @param type its four letters
   * @param whole the run with length, type and checksum
   */
  public record Chunk(String type, Range whole) {
    /** The run of the content alone. */
    public Range data() {
      return new Range(whole.at() + 8, whole.length() - OVERHEAD);
    }
  }

  private PngChunks() {}

  public static List<Chunk> read(Source file) {
    List<Chunk> chunks = new ArrayList<>();
    long at = SIGNATURE;
    while (chunks.isEmpty() || !chunks.getLast().type().equals("IEND")) {
      long length = file.u32be(at);
      file.requireRange(at, length + OVERHEAD);
      if (length > Integer.MAX_VALUE || chunks.size() == MAX_CHUNKS) {
        throw MarkException.limit("a PNG chunk of " + length + " bytes", at);
      }
      chunks.add(new Chunk(file.latin1(at + 4, 4), new Range(at, length + OVERHEAD)));
      at += length + OVERHEAD;
    }
    if (!chunks.getFirst().type().equals("IHDR")) {
      throw MarkException.malformed("a PNG file must start with IHDR", SIGNATURE);
    }
    return chunks;
  }

  public static Optional<Chunk> first(List<Chunk> chunks, String type) {
    return chunks.stream().filter(chunk -> chunk.type().equals(type)).findFirst();
  }

  /** A whole chunk with its checksum. */
  public static byte[] build(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    return ByteBuffer.allocate(data.length + OVERHEAD)
        .putInt(data.length)
        .put(name)
        .put(data)
        .putInt((int) crc.getValue())
        .array();
  }
}
