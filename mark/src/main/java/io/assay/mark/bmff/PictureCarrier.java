package io.assay.mark.bmff;

import io.assay.mark.MarkException;
import io.assay.mark.container.Carrier;
import io.assay.mark.container.Found;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.image.Xmp;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * The AIGC record of HEIC and AVIF files: an XMP item that describes the primary item
 * (TC260-PG-20259A). The packet stands in a box of its own at the end of the file.
 */
public final class PictureCarrier implements Carrier {
  private static final int MAX_PACKET = 16 << 20;

  @Override
  public List<Found> read(Source file) {
    ItemTable table = ItemTable.read(file);
    List<Found> found = new ArrayList<>();
    for (ItemLocations.Item item : table.packets()) {
      List<Range> runs = table.runs(item);
      if (!runs.isEmpty()) {
        found.addAll(packet(file, runs).aigc(runs.getFirst().at()));
      }
    }
    return found;
  }

  private static Xmp packet(Source file, List<Range> runs) {
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    for (Range run : runs) {
      if (packet.size() + run.length() > MAX_PACKET) {
        throw MarkException.limit("an XMP item over " + MAX_PACKET + " bytes", run.at());
      }
      packet.writeBytes(file.bytes(run.at(), run.length()));
    }
    return Xmp.read(packet.toByteArray());
  }

  @Override
  public List<Splice> write(Source file, Implicit label) {
    ItemTable table = ItemTable.read(file);
    Rewrite rewrite = new Rewrite(file);
    if (rewrite.top().getLast().toEnd()) {
      throw MarkException.unsupported("the last box is open-ended; write the file with its size");
    }
    List<ItemLocations.Item> packets = table.packets();
    byte[] packet = Xmp.packet(label);
    if (!packets.isEmpty()) {
      packet = packet(file, table.runs(packets.getFirst())).with(label);
    }
    List<Splice> blanked = new ArrayList<>();
    for (int i = 0; i < packets.size(); i++) {
      List<Range> runs = table.runs(packets.get(i));
      blanked.addAll(blank(runs, i == 0 ? new byte[0] : packet(file, runs).without()));
    }
    place(file, table, rewrite, packet);
    List<Splice> splices = new ArrayList<>(rewrite.splices());
    splices.addAll(blanked);
    return splices;
  }

  /** Overwrites runs with text and then spaces, which XMP allows as padding. */
  private static List<Splice> blank(List<Range> runs, byte[] text) {
    List<Splice> splices = new ArrayList<>();
    int used = 0;
    for (Range run : runs) {
      byte[] padded = new byte[Math.toIntExact(run.length())];
      Arrays.fill(padded, (byte) ' ');
      int count = Math.min(padded.length, text.length - used);
      System.arraycopy(text, used, padded, 0, count);
      used += count;
      splices.add(Splice.overwrite(run.at(), padded));
    }
    return splices;
  }

  private static void place(Source file, ItemTable table, Rewrite rewrite, byte[] packet) {
    List<Box> enclosing = List.of(table.meta());
    boolean fresh = table.packets().isEmpty();
    long id = fresh ? table.freeId() : table.packets().getFirst().id();
    if (fresh) {
      rewrite.replace(table.info().whole(), table.infoWith(id), enclosing);
      byte[] references = table.referencesWith(id);
      if (table.references().isPresent()) {
        rewrite.replace(table.references().get().whole(), references, enclosing);
      } else {
        rewrite.insert(table.meta().whole().end(), references, enclosing);
      }
    }
    int length = table.locations().withItemAt(id, 0, packet.length).toBytes().length;
    rewrite.replaceLate(
        table.locationBox(),
        length,
        move ->
            table
                .locations()
                .moved(move)
                .withItemAt(id, appended(file, move, packet), packet.length)
                .toBytes(),
        enclosing);
    rewrite.insert(file.length(), Box.build("mdat", packet), List.of());
  }

  /** Where the packet starts that was put behind everything else. */
  private static long appended(Source file, LongUnaryOperator move, byte[] packet) {
    return move.applyAsLong(file.length()) - packet.length;
  }

  @Override
  public List<Range> payload(Source file) {
    return ItemTable.read(file).pictureRuns();
  }
}
