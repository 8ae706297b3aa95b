package io.assay.mark.explicit;

import io.assay.mark.AppliedLabel;
import io.assay.mark.ExplicitLabel;
import io.assay.mark.Media;
import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.container.Spliced;
import io.assay.mark.image.Exif;
import io.assay.mark.image.PngChunks;
import io.assay.mark.image.PngChunks.Chunk;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Labels a PNG picture. Pixels outside the label keep their values; colour profile, text and other
 * chunks stay, but for a C2PA store, which no longer holds.
 */
final class PngLabeler implements Labeler {
  private static final Set<String> CRITICAL = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
  private static final Set<String> DROPPED =
      Set.of("sBIT", "bKGD", "hIST", "sPLT", "caBX", "acTL", "fcTL", "fdAT");

  @Override
  public Labeled label(Media media, ExplicitLabel label) {
    Source file = media.source();
    List<Chunk> chunks = PngChunks.read(file);
    if (PngChunks.first(chunks, "acTL").isPresent()) {
      return new ApngLabeler().label(media, label);
    }
    BufferedImage picture = decode(file, chunks);
    PictureLabel drawing =
        new PictureLabel(label.texts().corner(), picture, orientation(file, chunks));
    AppliedLabel.Picture applied = drawing.draw(picture, 1);
    Source encoded = Source.of(Pixels.encode("png", picture, null));
    Source restored = restore(encoded, file, chunks);
    return new Labeled(new Media(Source.of(restored.bytes()), Format.PNG), List.of(applied));
  }

  /** The picture by its raw values: what would correct colours is left out. */
  static BufferedImage decode(Source file, List<Chunk> chunks) {
    List<Splice> stripping =
        chunks.stream()
            .filter(chunk -> !CRITICAL.contains(chunk.type()))
            .map(chunk -> Splice.remove(chunk.whole()))
            .toList();
    BufferedImage picture = Pixels.decode("png", new Spliced(file, stripping).bytes()).picture();
    return picture.getColorModel() instanceof IndexColorModel
        ? Pixels.trueColour(picture)
        : picture;
  }

  static Orientation orientation(Source file, List<Chunk> chunks) {
    return PngChunks.first(chunks, "eXIf")
        .map(chunk -> file.slice(chunk.data().at(), chunk.data().length()))
        .map(tiff -> Orientation.ofExif(Exif.orientation(tiff)))
        .orElse(Orientation.UPRIGHT);
  }

  /** Puts the original's ancillary chunks back, on their side of the pixels. */
  private static Source restore(Source encoded, Source original, List<Chunk> chunks) {
    ByteArrayOutputStream before = new ByteArrayOutputStream();
    ByteArrayOutputStream behind = new ByteArrayOutputStream();
    List<Chunk> fresh = PngChunks.read(encoded);
    boolean sameColours = encoded.matches(24, original.bytes(24, 2)) && original.u8(25) != 3;
    boolean pixelsSeen = false;
    for (Chunk chunk : chunks) {
      boolean key = chunk.type().equals("tRNS") && sameColours;
      pixelsSeen |= chunk.type().equals("IDAT");
      if (key || (!CRITICAL.contains(chunk.type()) && !DROPPED.contains(chunk.type()))) {
        byte[] whole = original.bytes(chunk.whole().at(), chunk.whole().length());
        (pixelsSeen ? behind : before).writeBytes(whole);
      }
    }
    List<Splice> splices = new ArrayList<>();
    splices.add(Splice.insert(fresh.getFirst().whole().end(), before.toByteArray()));
    splices.add(Splice.insert(fresh.getLast().whole().at(), behind.toByteArray()));
    return new Spliced(encoded, splices);
  }
}
