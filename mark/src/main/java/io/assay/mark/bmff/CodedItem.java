package io.assay.mark.bmff;

import io.assay.mark.MarkException;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.container.Spliced;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A coded picture among the items of a HEIC or AVIF file (ISO/IEC 23008-12), and the edit that puts
 * another in its place: colour profile, Exif, orientation and every other item stay.
 */
public final class CodedItem {
  private static final String CROP = "clap";
  private static final byte[] C2PA = HexFormat.of().parseHex("d8fec3d61b0e483c92975828877ec481");

  private final Source file;
  private final ItemTable table;
  private final ItemProperties properties;
  private final long id;

  private CodedItem(Source file, ItemTable table, ItemProperties properties, long id) {
    this.file = file;
    this.table = table;
    this.properties = properties;
    this.id = id;
    if (property(CROP).isPresent()) {
      throw MarkException.unsupported(
          "the picture is cropped when it is shown; save it cropped, without clap");
    }
  }

  /** The picture that is shown. */
  public static CodedItem primary(Source file) {
    ItemTable table = ItemTable.read(file);
    return new CodedItem(file, table, ItemProperties.read(file, table.meta()), table.primary());
  }

  /** The opacity of the picture that is shown, where it has one. */
  public Optional<CodedItem> alpha() {
    return table.referring("auxl", id).stream()
        .map(other -> new CodedItem(file, table, properties, other))
        .filter(other -> other.property("auxC").filter(other::isAlpha).isPresent())
        .findFirst();
  }

  private boolean isAlpha(Box auxC) {
    String urn = file.latin1(auxC.contentAt() + 4, Math.min(256, auxC.content().length() - 4));
    return urn.startsWith("urn:mpeg:mpegB:cicp:systems:auxiliary:alpha")
        || urn.startsWith("urn:mpeg:hevc:2015:auxid:1");
  }

  /** Four characters: {@code hvc1}, {@code av01}, {@code grid}, ... */
  public String type() {
    return table.type(id).orElse("");
  }

  private Optional<Box> property(String type) {
    return Box.first(properties.of(id), type);
  }

  private Box required(String type) {
    return property(type)
        .orElseThrow(
            () ->
                MarkException.malformed(
                    "the picture has no " + type, properties.container().whole().at()));
  }

  /** The content of the property of this type that sets up the decoder. */
  public byte[] configuration(String type) {
    Box box = required(type);
    return file.bytes(box.contentAt(), box.content().length());
  }

  public long width() {
    return file.u32be(required("ispe").contentAt() + 4);
  }

  public long height() {
    return file.u32be(required("ispe").contentAt() + 8);
  }

  /** How the picture is stored against how it is shown, as the Exif tag 0x0112 would say. */
  public int orientation() {
    int turns = 0;
    int mirror = -1;
    for (Box box : properties.of(id)) {
      if (box.type().equals("irot")) {
        turns = file.u8(box.contentAt()) & 3;
        mirror = mirror >= 0 && (turns & 1) == 1 ? 1 - mirror : mirror;
      } else if (box.type().equals("imir")) {
        mirror = file.u8(box.contentAt()) & 1;
      }
    }
    return switch (mirror) {
      case 0 -> new int[] {4, 5, 2, 7}[turns];
      case 1 -> new int[] {2, 7, 4, 5}[turns];
      default -> new int[] {1, 8, 3, 6}[turns];
    };
  }

  /** The pictures that this one is a grid of, row by row; none for any other type. */
  public List<CodedItem> tiles() {
    return type().equals("grid")
        ? table.referred("dimg", id).stream()
            .map(tile -> new CodedItem(file, table, properties, tile))
            .toList()
        : List.of();
  }

  /** How many tiles of a grid stand side by side. */
  public int columns() {
    return data().length < 4 ? 0 : (data()[3] & 0xff) + 1;
  }

  /** The same item in the file as it is now. */
  public CodedItem in(Source edited) {
    ItemTable now = ItemTable.read(edited);
    return new CodedItem(edited, now, ItemProperties.read(edited, now.meta()), id);
  }

  /** The coded picture. */
  public byte[] data() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Range run : runs()) {
      if (out.size() + run.length() > Source.MAX_COPY) {
        throw MarkException.limit("a coded picture over " + Source.MAX_COPY + " bytes", run.at());
      }
      out.writeBytes(file.bytes(run.at(), run.length()));
    }
    return out.toByteArray();
  }

  private List<Range> runs() {
    List<Range> runs = table.item(id).map(table::runs).orElse(List.of());
    if (runs.isEmpty()) {
      throw MarkException.malformed("the picture has no data", table.meta().whole().at());
    }
    return runs;
  }

  /**
   * The file with another coded picture, set up by a property of this type, as this item. A C2PA
   * store, which no longer holds, goes.
   */
  public Source with(String type, byte[] configuration, byte[] data) {
    Rewrite rewrite = new Rewrite(file);
    Box old = required(type);
    rewrite.replace(
        properties.iprp().whole(),
        properties.with(file, id, old, Box.build(type, configuration)),
        List.of(table.meta()));
    for (Range run : runs()) {
      rewrite.replace(run, new byte[0], List.of(around(rewrite, run)));
    }
    rewrite.top().stream()
        .filter(box -> box.type().equals("uuid") && file.matches(box.contentAt(), C2PA))
        .forEach(box -> rewrite.replace(box.whole(), new byte[0], List.of()));
    ItemLocations locations = table.locations();
    rewrite.replaceLate(
        table.locationBox(),
        locations.withItemAt(id, 0, data.length).toBytes().length,
        move ->
            locations
                .moved(move)
                .withItemAt(id, move.applyAsLong(file.length()) - data.length, data.length)
                .toBytes(),
        List.of(table.meta()));
    rewrite.insert(file.length(), Box.build("mdat", data), List.of());
    List<Splice> splices = rewrite.splices();
    return Source.of(new Spliced(file, splices).bytes());
  }

  private static Box around(Rewrite rewrite, Range run) {
    return rewrite.top().stream()
        .filter(box -> box.type().equals("mdat") && !box.toEnd())
        .filter(box -> box.contentAt() <= run.at() && run.end() <= box.whole().end())
        .findFirst()
        .orElseThrow(
            () ->
                MarkException.unsupported(
                    "the picture's data stands in no mdat box of a known length; save it again"));
  }
}
