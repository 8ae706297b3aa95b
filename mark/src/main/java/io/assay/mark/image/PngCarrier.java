package io.assay.mark.image;

import io.assay.mark.aigc.AigcReader;
import io.assay.mark.container.Carrier;
import io.assay.mark.container.Found;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.image.PngChunks.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * PNG and APNG: the label stands in the XMP packet of an iTXt chunk; text chunks with the keyword
 * AIGC are read too.
 */
public final class PngCarrier implements Carrier {
  private static final Set<String> TEXT_CHUNKS = Set.of("tEXt", "zTXt", "iTXt");
  private static final Set<String> PIXELS =
      Set.of("IHDR", "PLTE", "tRNS", "IDAT", "acTL", "fcTL", "fdAT");

  @Override
  public List<Found> read(Source file) {
    List<Found> found = new ArrayList<>();
    for (Chunk chunk : PngChunks.read(file)) {
      text(file, chunk).ifPresent(text -> found.addAll(records(text, chunk)));
    }
    return found;
  }

  private static List<Found> records(PngText text, Chunk chunk) {
    long at = chunk.whole().at();
    if (text.isXmp()) {
      return Xmp.read(text.value()).aigc(at);
    }
    String value = text.string();
    boolean named = text.keyword().contains("AIGC");
    return named || (value.contains("AIGC") && AigcReader.recognises(value))
        ? List.of(new Found(chunk.type() + " " + text.keyword(), at, value))
        : List.of();
  }

  private static Optional<PngText> text(Source file, Chunk chunk) {
    return TEXT_CHUNKS.contains(chunk.type())
        ? PngText.read(chunk.type(), file.bytes(chunk.data().at(), chunk.data().length()))
        : Optional.empty();
  }

  @Override
  public List<Splice> write(Source file, Implicit label) {
    List<Splice> splices = new ArrayList<>();
    List<Chunk> chunks = PngChunks.read(file);
    Optional<byte[]> packet = Optional.empty();
    for (Chunk chunk : chunks) {
      Optional<PngText> text = text(file, chunk);
      if (text.isEmpty()) {
        continue;
      }
      if (text.get().isXmp()) {
        packet = packet.or(() -> text.map(PngText::value));
        splices.add(Splice.remove(chunk.whole()));
      } else if (!records(text.get(), chunk).isEmpty()) {
        splices.add(Splice.remove(chunk.whole()));
      }
    }
    byte[] xmp = packet.map(old -> Xmp.read(old).with(label)).orElseGet(() -> Xmp.packet(label));
    splices.add(Splice.insert(chunks.getFirst().whole().end(), PngText.xmpChunk(xmp)));
    return splices;
  }

  @Override
  public List<Range> payload(Source file) {
    return PngChunks.read(file).stream()
        .filter(chunk -> PIXELS.contains(chunk.type()))
        .map(Chunk::whole)
        .toList();
  }
}
