package io.assay.mark.image;

import io.assay.mark.MarkException;
import io.assay.mark.aigc.AigcReader;
import io.assay.mark.container.Carrier;
import io.assay.mark.container.Found;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.image.TiffDirectory.Entry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * TIFF and BigTIFF: the label stands in the XMP packet of tag 0x02BC in the first directory. What
 * is new goes to the end of the file, so that no offset moves.
 */
public final class TiffCarrier implements Carrier {
  static final int XMP = 0x02bc;
  private static final int DESCRIPTION = 0x010e;
  private static final int MAX_PAGES = 10_000;
  private static final int[][] DATA = {{0x0111, 0x0117}, {0x0144, 0x0145}};

  @Override
  public List<Found> read(Source file) {
    TiffDirectory directory = TiffDirectory.first(file);
    List<Found> found = new ArrayList<>();
    directory
        .entry(XMP)
        .ifPresent(entry -> found.addAll(Xmp.read(bytes(file, entry)).aigc(entry.value().at())));
    directory.entry(DESCRIPTION).flatMap(entry -> description(file, entry)).ifPresent(found::add);
    return found;
  }

  private static Optional<Found> description(Source file, Entry entry) {
    String text = new String(bytes(file, entry), StandardCharsets.UTF_8);
    return BareLabel.find(text)
        .filter(AigcReader::recognises)
        .map(value -> new Found("ImageDescription", entry.value().at(), value));
  }

  private static byte[] bytes(Source file, Entry entry) {
    return file.bytes(entry.value().at(), entry.value().length());
  }

  @Override
  public List<Splice> write(Source file, Implicit label) {
    TiffDirectory directory = TiffDirectory.first(file);
    List<Splice> splices = new ArrayList<>();
    directory
        .entry(DESCRIPTION)
        .filter(entry -> description(file, entry).isPresent())
        .ifPresent(entry -> splices.add(blank(file, entry)));
    Optional<Entry> old = directory.entry(XMP);
    byte[] packet =
        old.map(entry -> Xmp.read(bytes(file, entry)).with(label))
            .orElseGet(() -> Xmp.packet(label));
    if (old.isPresent() && packet.length <= old.get().value().length()) {
      splices.add(Splice.overwrite(old.get().value().at(), spaced(packet, old.get())));
      return splices;
    }
    old.ifPresent(
        entry -> splices.add(Splice.overwrite(entry.value().at(), spaced(new byte[0], entry))));
    splices.addAll(TiffAppend.entry(file, directory, XMP, 1, packet));
    return splices;
  }

  private static Splice blank(Source file, Entry entry) {
    String text = file.latin1(entry.value().at(), entry.value().length());
    return Splice.overwrite(
        entry.value().at(), BareLabel.blank(text).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] spaced(byte[] packet, Entry entry) {
    byte[] out = Arrays.copyOf(packet, Math.toIntExact(entry.value().length()));
    Arrays.fill(out, packet.length, out.length, (byte) ' ');
    return out;
  }

  @Override
  public List<Range> payload(Source file) {
    List<Range> payload = new ArrayList<>();
    TiffDirectory directory = TiffDirectory.first(file);
    TiffDirectory.Numbers numbers = new TiffDirectory.Numbers(file, directory.littleEndian());
    for (int page = 0; ; page++) {
      for (int[] tags : DATA) {
        Optional<Entry> offsets = directory.entry(tags[0]);
        Optional<Entry> lengths = directory.entry(tags[1]);
        if (offsets.isPresent() && lengths.isPresent()) {
          payload.addAll(pieces(numbers, offsets.get(), lengths.get()));
        }
      }
      if (directory.next() == 0) {
        return payload;
      }
      if (page == MAX_PAGES) {
        throw MarkException.limit("more than " + MAX_PAGES + " TIFF pages", directory.next());
      }
      directory =
          TiffDirectory.read(file, directory.next(), directory.littleEndian(), directory.big());
    }
  }

  private static List<Range> pieces(TiffDirectory.Numbers numbers, Entry offsets, Entry lengths) {
    long count = Math.min(offsets.count(), lengths.count());
    numbers.file().requireRange(offsets.value().at(), offsets.value().length());
    numbers.file().requireRange(lengths.value().at(), lengths.value().length());
    List<Range> pieces = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      Range piece = new Range(numbers.item(offsets, i), numbers.item(lengths, i));
      numbers.file().requireRange(piece.at(), piece.length());
      pieces.add(piece);
    }
    return pieces;
  }
}
