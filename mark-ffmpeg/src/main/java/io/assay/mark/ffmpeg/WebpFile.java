package io.assay.mark.ffmpeg;

import io.assay.mark.MarkException;
import io.assay.mark.container.Source;
import io.assay.mark.riff.RiffChunks;
import io.assay.mark.riff.RiffChunks.Chunk;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A WebP file as frames on a canvas (RFC 9649); a still is one frame. */
final class WebpFile {
  private static final Set<String> CODED = Set.of("ALPH", "VP8 ", "VP8L");
  private static final Set<String> REBUILT = Set.of("VP8X", "ANMF", "C2PA");
  private static final int ANIMATION = 0x02;
  private static final int ALPHA = 0x10;
  private static final int DESCRIBED = 0x2c;
  private static final int FRAME_HEADER = 16;

  /**
   * A frame.
   *
   * @param blended whether what was there before shines through
   * @param cleared whether its area is cleared behind it
   * @param coded its chunks
   */
  record Frame(int x, int y, int milliseconds, boolean blended, boolean cleared, byte[] coded) {}

  private final Source file;
  private final List<Chunk> chunks;

  private WebpFile(Source file) {
    this.file = file;
    this.chunks = RiffChunks.read(file).all();
  }

  static WebpFile read(Source file) {
    return new WebpFile(file);
  }

  boolean animated() {
    return chunks.stream().anyMatch(chunk -> chunk.id().equals("ANIM"));
  }

  /** The canvas of an animation: width and height. */
  int[] canvas() {
    Chunk header =
        chunks.stream()
            .filter(chunk -> chunk.id().equals("VP8X"))
            .findFirst()
            .orElseThrow(() -> MarkException.malformed("an animated WebP without VP8X", 12));
    long at = header.data().at();
    return new int[] {u24(at + 4) + 1, u24(at + 7) + 1};
  }

  private int u24(long at) {
    return file.u16le(at) | file.u8(at + 2) << 16;
  }

  List<Frame> frames() {
    if (!animated()) {
      return List.of(new Frame(0, 0, 0, false, false, coded(chunks)));
    }
    List<Frame> frames = new ArrayList<>();
    for (Chunk chunk : chunks) {
      if (chunk.id().equals("ANMF")) {
        long at = chunk.data().at();
        int flags = file.u8(at + 15);
        frames.add(
            new Frame(
                2 * u24(at),
                2 * u24(at + 3),
                u24(at + 12),
                (flags & 2) == 0,
                (flags & 1) != 0,
                coded(RiffChunks.read(file).children(at + FRAME_HEADER, chunk.data().end()))));
      }
    }
    return frames;
  }

  private byte[] coded(List<Chunk> all) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Chunk chunk : all) {
      if (CODED.contains(chunk.id())) {
        out.writeBytes(file.bytes(chunk.whole().at(), chunk.whole().length()));
      }
    }
    return out.toByteArray();
  }

  /** The coded chunks of a still, as FFmpeg writes one. */
  static byte[] coded(byte[] still) {
    WebpFile file = read(Source.of(still));
    return file.coded(file.chunks);
  }

  static boolean isLossless(byte[] coded) {
    return Source.of(coded).matches(0, "VP8L");
  }

  private static boolean hasAlpha(byte[] coded) {
    return Source.of(coded).matches(0, "ALPH")
        || (isLossless(coded) && (Source.of(coded).u8(12) & 0x10) != 0);
  }

  /** A still of its own, of these chunks. */
  static byte[] still(byte[] coded, int width, int height) {
    return assemble(List.of(header(hasAlpha(coded) ? ALPHA : 0, width, height), coded));
  }

  /**
   * This file with other frames, each as large as the canvas; profile, Exif, XMP and the loop stay.
   */
  byte[] with(List<byte[]> coded, int width, int height) {
    boolean alpha = coded.stream().anyMatch(WebpFile::hasAlpha);
    int described = 0;
    List<byte[]> parts = new ArrayList<>();
    boolean placed = false;
    for (Chunk chunk : chunks) {
      if (chunk.id().equals("VP8X")) {
        described = file.u8(chunk.data().at()) & DESCRIBED;
      } else if (!placed && (chunk.id().equals("ANMF") || CODED.contains(chunk.id()))) {
        parts.addAll(pictures(coded, width, height));
        placed = true;
      } else if (!CODED.contains(chunk.id()) && !REBUILT.contains(chunk.id())) {
        parts.add(file.bytes(chunk.whole().at(), chunk.whole().length()));
      }
    }
    int flags = described | (alpha ? ALPHA : 0) | (animated() ? ANIMATION : 0);
    parts.addFirst(header(flags, width, height));
    return assemble(parts);
  }

  private List<byte[]> pictures(List<byte[]> coded, int width, int height) {
    if (!animated()) {
      return coded;
    }
    List<byte[]> parts = new ArrayList<>();
    List<Frame> frames = frames();
    for (int i = 0; i < coded.size(); i++) {
      ByteArrayOutputStream frame = new ByteArrayOutputStream();
      frame.writeBytes(new byte[6]);
      putU24(frame, width - 1);
      putU24(frame, height - 1);
      putU24(frame, frames.get(i).milliseconds());
      frame.write(2);
      frame.writeBytes(coded.get(i));
      parts.add(RiffChunks.build("ANMF", frame.toByteArray()));
    }
    return parts;
  }

  private static byte[] header(int flags, int width, int height) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(new byte[] {(byte) flags, 0, 0, 0});
    putU24(content, width - 1);
    putU24(content, height - 1);
    return RiffChunks.build("VP8X", content.toByteArray());
  }

  private static void putU24(ByteArrayOutputStream out, int value) {
    out.write(value);
    out.write(value >> 8);
    out.write(value >> 16);
  }

  private static byte[] assemble(List<byte[]> parts) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
    parts.forEach(form::writeBytes);
    return RiffChunks.build("RIFF", form.toByteArray());
  }

  /** The size of a coded picture: width and height; empty where it is broken. */
  static Optional<int[]> size(byte[] coded) {
    Source picture = Source.of(coded);
    long at = 0;
    while (at + 18 <= coded.length) {
      String id = picture.latin1(at, 4);
      if (id.equals("VP8L")) {
        long bits = picture.u32le(at + 9);
        return Optional.of(new int[] {(int) (bits & 0x3fff) + 1, (int) (bits >> 14 & 0x3fff) + 1});
      }
      if (id.equals("VP8 ")) {
        return Optional.of(
            new int[] {picture.u16le(at + 14) & 0x3fff, picture.u16le(at + 16) & 0x3fff});
      }
      long length = picture.u32le(at + 4);
      at += 8 + length + (length & 1);
    }
    return Optional.empty();
  }
}
