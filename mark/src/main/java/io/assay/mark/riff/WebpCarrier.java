package io.assay.mark.riff;

import io.assay.mark.MarkException;
import io.assay.mark.container.Carrier;
import io.assay.mark.container.Found;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.image.Xmp;
import io.assay.mark.riff.RiffChunks.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** WebP: the label stands in the XMP chunk, which the flags of VP8X announce. */
public final class WebpCarrier implements Carrier {
  private static final String XMP = "XMP ";
  private static final int XMP_FLAG = 0x04;
  private static final int ALPHA_FLAG = 0x10;
  private static final Set<String> PIXELS = Set.of("VP8 ", "VP8L", "ALPH", "ANIM", "ANMF");

  @Override
  public List<Found> read(Source file) {
    List<Found> found = new ArrayList<>();
    for (Chunk chunk : RiffChunks.read(file).all()) {
      if (chunk.id().equals(XMP)) {
        found.addAll(packet(file, chunk).aigc(chunk.whole().at()));
      } else if (chunk.id().equals("AIGC")) {
        found.add(WavCarrier.record(file, chunk, "RIFF chunk AIGC"));
      }
    }
    return found;
  }

  private static Xmp packet(Source file, Chunk chunk) {
    return Xmp.read(file.bytes(chunk.data().at(), chunk.data().length()));
  }

  @Override
  public List<Splice> write(Source file, Implicit label) {
    RiffChunks chunks = RiffChunks.read(file);
    List<Splice> splices = new ArrayList<>();
    long growth = 0;
    Optional<byte[]> packet = Optional.empty();
    for (Chunk chunk : chunks.all()) {
      if (chunk.id().equals(XMP)) {
        packet = packet.or(() -> Optional.of(packet(file, chunk).with(label)));
      }
      if (chunk.id().equals(XMP) || chunk.id().equals("AIGC")) {
        splices.add(Splice.remove(chunk.whole()));
        growth -= chunk.whole().length();
      }
    }
    Splice header = extended(file, chunks);
    splices.add(header);
    growth += header.insert().length - header.remove();
    byte[] added = RiffChunks.build(XMP, packet.orElseGet(() -> Xmp.packet(label)));
    splices.add(Splice.insert(chunks.end(), added));
    splices.addAll(chunks.grow(growth + added.length));
    return splices;
  }

  /** VP8X with the XMP flag: the one that is there with the flag set, or a new one. */
  private static Splice extended(Source file, RiffChunks chunks) {
    Chunk first =
        chunks.all().stream()
            .findFirst()
            .orElseThrow(() -> MarkException.malformed("a WebP file needs a picture", 12));
    long at = first.data().at();
    return switch (first.id()) {
      case "VP8X" -> Splice.overwrite(at, new byte[] {(byte) (file.u8(at) | XMP_FLAG)});
      case "VP8L" -> {
        long bits = file.u32le(at + 1);
        int flags = (bits >> 28 & 1) == 1 ? XMP_FLAG | ALPHA_FLAG : XMP_FLAG;
        yield vp8x(first, flags, (int) (bits & 0x3fff), (int) (bits >> 14 & 0x3fff));
      }
      case "VP8 " ->
          vp8x(
              first,
              XMP_FLAG,
              (file.u16le(at + 6) & 0x3fff) - 1,
              (file.u16le(at + 8) & 0x3fff) - 1);
      default ->
          throw MarkException.malformed(
              "a WebP file cannot start with " + first.id(), first.whole().at());
    };
  }

  private static Splice vp8x(Chunk first, int flags, int width, int height) {
    byte[] content = {
      (byte) flags,
      0,
      0,
      0,
      (byte) width,
      (byte) (width >> 8),
      (byte) (width >> 16),
      (byte) height,
      (byte) (height >> 8),
      (byte) (height >> 16)
    };
    return Splice.insert(first.whole().at(), RiffChunks.build("VP8X", content));
  }

  @Override
  public List<Range> payload(Source file) {
    return RiffChunks.read(file).all().stream()
        .filter(chunk -> PIXELS.contains(chunk.id()))
        .map(Chunk::whole)
        .toList();
  }
}
