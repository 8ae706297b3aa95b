package io.assay.mark.bmff;

import io.assay.mark.MarkException;
import io.assay.mark.container.Source;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The properties of the items of a picture: the {@code iprp} box (ISO/IEC 23008-12 section 9.3).
 *
 * @param container the box that holds the properties
 * @param properties in the order in which they are numbered, from one
 * @param ofItems the numbers that each item has, in order
 */
record ItemProperties(
    Box iprp, Box container, List<Box> properties, Map<Long, List<Association>> ofItems) {
  private static final int MAX_ASSOCIATIONS = 1_000_000;

  /** That an item has a property, and whether a reader must know it. */
  record Association(int number, boolean essential) {}

  static ItemProperties read(Source file, Box meta) {
    Box iprp = required(meta.child(file, "iprp"), "iprp", meta);
    Box ipco = required(iprp.child(file, "ipco"), "ipco", iprp);
    Map<Long, List<Association>> ofItems = new LinkedHashMap<>();
    int total = 0;
    for (Box ipma : iprp.children(file)) {
      if (ipma.type().equals("ipma")) {
        total += associations(file, ipma, ofItems);
      }
      if (total > MAX_ASSOCIATIONS) {
        throw MarkException.limit("over " + MAX_ASSOCIATIONS + " properties", ipma.whole().at());
      }
    }
    return new ItemProperties(iprp, ipco, ipco.children(file), ofItems);
  }

  private static Box required(Optional<Box> box, String type, Box parent) {
    return box.orElseThrow(
        () -> MarkException.malformed("the picture has no " + type, parent.whole().at()));
  }

  private static int associations(Source file, Box ipma, Map<Long, List<Association>> ofItems) {
    boolean wideItem = file.u8(ipma.contentAt()) > 0;
    boolean wideNumber = (file.u8(ipma.contentAt() + 3) & 1) != 0;
    long entries = file.u32be(ipma.contentAt() + 4);
    long at = ipma.contentAt() + 8;
    int total = 0;
    for (long i = 0; i < entries; i++) {
      long item = wideItem ? file.u32be(at) : file.u16be(at);
      at += wideItem ? 4 : 2;
      int count = file.u8(at++);
      total += count + 1;
      if (at > ipma.whole().end() || total > MAX_ASSOCIATIONS) {
        throw MarkException.malformed("ipma announces more than it holds", at);
      }
      List<Association> numbers = ofItems.computeIfAbsent(item, key -> new ArrayList<>());
      for (int k = 0; k < count; k++) {
        int value = wideNumber ? file.u16be(at) : file.u8(at);
        int essential = wideNumber ? 0x8000 : 0x80;
        numbers.add(new Association(value & (essential - 1), (value & essential) != 0));
        at += wideNumber ? 2 : 1;
      }
    }
    return total;
  }

  /** The properties of an item, in order. */
  List<Box> of(long item) {
    return ofItems.getOrDefault(item, List.of()).stream()
        .map(Association::number)
        .filter(number -> number > 0 && number <= properties.size())
        .map(number -> properties.get(number - 1))
        .toList();
  }

  /** The whole box, where one item has another property in place of one. */
  byte[] with(Source file, long item, Box old, byte[] replacement) {
    int number = properties.indexOf(old) + 1;
    boolean shared =
        ofItems.values().stream()
                .filter(list -> list.stream().anyMatch(a -> a.number == number))
                .count()
            > 1;
    ByteArrayOutputStream ipco = new ByteArrayOutputStream();
    for (Box box : properties) {
      ipco.writeBytes(
          box.equals(old) && !shared
              ? replacement
              : file.bytes(box.whole().at(), box.whole().length()));
    }
    if (shared) {
      ipco.writeBytes(replacement);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Box.build("ipco", ipco.toByteArray()));
    out.writeBytes(associations(item, number, shared ? properties.size() + 1 : number));
    return Box.build("iprp", out.toByteArray());
  }

  private byte[] associations(long item, int from, int to) {
    boolean wide = ofItems.keySet().stream().anyMatch(id -> id > 0xffff);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        ByteBuffer.allocate(8)
            .put((byte) (wide ? 1 : 0))
            .put(3, (byte) 1)
            .putInt(4, ofItems.size())
            .array());
    ofItems.forEach(
        (id, numbers) -> {
          ByteBuffer entry = ByteBuffer.allocate((wide ? 5 : 3) + 2 * numbers.size());
          if (wide) {
            entry.putInt(id.intValue());
          } else {
            entry.putShort(id.shortValue());
          }
          entry.put((byte) numbers.size());
          for (Association each : numbers) {
            int number = id == item && each.number == from ? to : each.number;
            entry.putShort((short) (number | (each.essential ? 0x8000 : 0)));
          }
          out.writeBytes(entry.array());
        });
    return Box.build("ipma", out.toByteArray());
  }
}
