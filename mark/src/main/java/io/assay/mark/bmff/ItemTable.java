package io.assay.mark.bmff;

import io.assay.mark.MarkException;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The items of a picture: the {@code meta} box of HEIC and AVIF (ISO/IEC 23008-12). */
final class ItemTable {
  private static final String XMP_TYPE = "application/rdf+xml";
  private static final Set<String> DESCRIBING = Set.of("mime", "Exif", "uri ");
  private static final int MAX_ITEMS = 200_000;

  /** An entry of {@code iinf}. */
  record Entry(long id, String type, String contentType) {}

  private final Source file;
  private final Box meta;
  private final List<Box> children;
  private final List<Entry> entries = new ArrayList<>();
  private final ItemLocations locations;

  private ItemTable(Source file, Box meta) {
    this.file = file;
    this.meta = meta;
    this.children = meta.children(file);
    for (Box box : Box.between(file, firstEntryAt(), info().whole().end(), false)) {
      if (box.type().equals("infe")) {
        entry(box).ifPresent(entries::add);
      }
      if (entries.size() > MAX_ITEMS) {
        throw MarkException.limit("more than " + MAX_ITEMS + " items", box.whole().at());
      }
    }
    this.locations = ItemLocations.read(file, locationBox());
  }

  static ItemTable read(Source file) {
    return new ItemTable(
        file,
        Box.first(Box.top(file), "meta")
            .orElseThrow(() -> MarkException.malformed("the picture has no meta box", 0)));
  }

  Box meta() {
    return meta;
  }

  Box locationBox() {
    return child("iloc");
  }

  Box info() {
    return child("iinf");
  }

  Optional<Box> references() {
    return Box.first(children, "iref");
  }

  ItemLocations locations() {
    return locations;
  }

  private Box child(String type) {
    return Box.first(children, type)
        .orElseThrow(
            () -> MarkException.malformed("the picture has no " + type, meta.whole().at()));
  }

  private boolean wideCount() {
    return file.u8(info().contentAt()) > 0;
  }

  private long firstEntryAt() {
    return info().contentAt() + (file.u8(info().contentAt()) > 0 ? 8 : 6);
  }

  private Optional<Entry> entry(Box infe) {
    int version = file.u8(infe.contentAt());
    if (version < 2) {
      return Optional.empty();
    }
    long at = infe.contentAt() + 4;
    long id = version == 2 ? file.u16be(at) : file.u32be(at);
    at += version == 2 ? 4 : 6;
    String type = file.latin1(at, 4);
    String rest = file.latin1(at + 4, Math.min(512, infe.whole().end() - at - 4));
    String[] texts = rest.split("\0", -1);
    return Optional.of(new Entry(id, type, texts.length > 1 ? texts[1] : ""));
  }

  Optional<String> type(long id) {
    return entries.stream().filter(e -> e.id == id).map(Entry::type).findFirst();
  }

  Optional<ItemLocations.Item> item(long id) {
    return locations.items().stream().filter(item -> item.id() == id).findFirst();
  }

  /** The items that refer to {@code target} as {@code kind}, for example {@code auxl}. */
  List<Long> referring(String kind, long target) {
    return links(kind).stream().filter(l -> l.to.contains(target)).map(Link::from).toList();
  }

  /** The items that {@code source} refers to as {@code kind}, in order. */
  List<Long> referred(String kind, long source) {
    return links(kind).stream().filter(l -> l.from == source).flatMap(l -> l.to.stream()).toList();
  }

  private record Link(long from, List<Long> to) {}

  private List<Link> links(String kind) {
    if (references().isEmpty()) {
      return List.of();
    }
    int width = file.u8(references().get().contentAt()) > 0 ? 4 : 2;
    List<Link> links = new ArrayList<>();
    Range run = references().get().content();
    for (Box box : Box.between(file, run.at() + 4, run.end(), false)) {
      long at = box.contentAt();
      List<Long> to = new ArrayList<>();
      for (int i = file.u16be(at + width); i > 0 && box.type().equals(kind); i--) {
        to.add(id(at + width + 2 + (long) to.size() * width, width));
      }
      links.add(new Link(id(at, width), to));
    }
    return links;
  }

  private long id(long at, int width) {
    return width == 2 ? file.u16be(at) : file.u32be(at);
  }

  /** The XMP items. */
  List<ItemLocations.Item> packets() {
    return entries.stream()
        .filter(e -> e.type.equals("mime") && e.contentType.equals(XMP_TYPE))
        .flatMap(e -> locations.items().stream().filter(item -> item.id() == e.id))
        .toList();
  }

  /** The runs of an item in the file. */
  List<Range> runs(ItemLocations.Item item) {
    Range idat = Box.first(children, "idat").map(Box::content).orElse(new Range(file.length(), 0));
    return locations.runs(item, file, idat);
  }

  /** The runs of all items that are picture. */
  List<Range> pictureRuns() {
    List<Long> describing =
        entries.stream().filter(e -> DESCRIBING.contains(e.type)).map(Entry::id).toList();
    return locations.items().stream()
        .filter(item -> !describing.contains(item.id()))
        .flatMap(item -> runs(item).stream())
        .toList();
  }

  long primary() {
    Box pitm = child("pitm");
    return file.u8(pitm.contentAt()) == 0
        ? file.u16be(pitm.contentAt() + 4)
        : file.u32be(pitm.contentAt() + 4);
  }

  /** An identifier that no item has. */
  long freeId() {
    long most = locations.items().stream().mapToLong(ItemLocations.Item::id).max().orElse(0);
    most = Math.max(most, entries.stream().mapToLong(Entry::id).max().orElse(0));
    if (most >= 0xffff) {
      throw MarkException.unsupported("the picture has no item number left under 65536");
    }
    return most + 1;
  }

  /** {@code iinf} with an XMP item more. */
  byte[] infoWith(long id) {
    byte[] head =
        ByteBuffer.allocate(12)
            .put((byte) 2)
            .put(new byte[3])
            .putShort((short) id)
            .putShort((short) 0)
            .put("mime".getBytes(StandardCharsets.US_ASCII))
            .array();
    byte[] entry =
        Box.build("infe", head, ("\0" + XMP_TYPE + "\0").getBytes(StandardCharsets.US_ASCII));
    byte[] content = file.bytes(info().contentAt(), info().content().length());
    ByteBuffer counts = ByteBuffer.wrap(content);
    if (wideCount()) {
      counts.putInt(4, counts.getInt(4) + 1);
    } else {
      counts.putShort(4, (short) (counts.getShort(4) + 1));
    }
    return Box.build("iinf", content, entry);
  }

  /** {@code iref} with a reference more: the item describes the picture. */
  byte[] referencesWith(long id) {
    Optional<Box> box = references();
    boolean wide = box.isPresent() && file.u8(box.get().contentAt()) > 0;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        box.map(b -> file.bytes(b.contentAt(), b.content().length())).orElse(new byte[4]));
    ByteBuffer reference = ByteBuffer.allocate(wide ? 10 : 6);
    if (wide) {
      reference.putInt((int) id).putShort((short) 1).putInt((int) primary());
    } else {
      reference.putShort((short) id).putShort((short) 1).putShort((short) primary());
    }
    out.writeBytes(Box.build("cdsc", reference.array()));
    return Box.build("iref", out.toByteArray());
  }
}
