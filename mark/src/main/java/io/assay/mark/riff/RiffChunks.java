package io.assay.mark.riff;

import io.assay.mark.MarkException;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The top-level chunks of a RIFF, RF64 or BW64 file. A {@code data} chunk of RF64 takes its length
 * from {@code ds64} (EBU Tech 3306). A recorder that was cut off leaves a last chunk longer than
 * the file; it is read up to the end of the file.
 */
public final class RiffChunks {
  private static final long IN_DS64 = 0xffffffffL;
  private static final int MAX_CHUNKS = 1_000_000;
  private static final int HEADER = 12;

  /**
   * One chunk.
   *
   * @param id its four characters
   * @param whole the run with id, length and pad byte
   * @param data the run of the content
   */
  public record Chunk(String id, Range whole, Range data) {}

  private final Source file;
  private final boolean is64;
  private final boolean unfinished;
  private final long end;
  private final List<Chunk> chunks = new ArrayList<>();

  private RiffChunks(Source file) {
    this.file = file;
    this.is64 = !file.matches(0, "RIFF");
    long declared = is64 && file.matches(HEADER, "ds64") ? file.u64le(20) : file.u32le(4);
    this.unfinished = declared < 4 || (!is64 && declared == IN_DS64);
    this.end = Math.min(file.length(), unfinished ? file.length() : declared + 8);
    chunks.addAll(children(HEADER, end));
  }

  public static RiffChunks read(Source file) {
    return new RiffChunks(file);
  }

  /** The chunks between two offsets, for example inside a LIST. */
  public List<Chunk> children(long from, long to) {
    List<Chunk> found = new ArrayList<>();
    long at = from;
    while (at + 8 <= to) {
      String id = file.latin1(at, 4);
      long length = Math.min(length(id, at), to - at - 8);
      long padded = Math.min(length + (length & 1), to - at - 8);
      found.add(new Chunk(id, new Range(at, padded + 8), new Range(at + 8, length)));
      if (found.size() > MAX_CHUNKS) {
        throw MarkException.limit("more than " + MAX_CHUNKS + " RIFF chunks", at);
      }
      at += padded + 8;
    }
    return found;
  }

  private long length(String id, long at) {
    long length = file.u32le(at + 4);
    if (length == 0 && unfinished && id.equals("data")) {
      return file.length();
    }
    if (length == IN_DS64 && is64 && id.equals("data")) {
      return file.matches(HEADER, "ds64") ? file.u64le(28) : file.length();
    }
    return length;
  }

  public List<Chunk> all() {
    return List.copyOf(chunks);
  }

  public Optional<Chunk> first(String id) {
    return chunks.stream().filter(chunk -> chunk.id().equals(id)).findFirst();
  }

  /** Where the RIFF form ends; bytes behind it belong to nobody or to an AVI extension. */
  public long end() {
    return end;
  }

  /** The edits that make the RIFF header declare {@code growth} more bytes. */
  public List<Splice> grow(long growth) {
    long length = end - 8 + growth;
    if (is64) {
      byte[] size = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
      return file.matches(HEADER, "ds64") ? List.of(Splice.overwrite(20, size)) : List.of();
    }
    if (length >= IN_DS64) {
      throw MarkException.limit("a RIFF file cannot grow past 4 GiB; convert it to RF64 first", 4);
    }
    return List.of(Splice.overwrite(4, u32le(length)));
  }

  /** A whole chunk with its pad byte. */
  public static byte[] build(String id, byte[] content) {
    return ByteBuffer.allocate(8 + content.length + (content.length & 1))
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(id.getBytes(StandardCharsets.ISO_8859_1))
        .putInt(content.length)
        .put(content)
        .array();
  }

  static byte[] u32le(long value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) value).array();
  }
}
