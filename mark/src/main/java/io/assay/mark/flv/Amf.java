package io.assay.mark.flv;

import io.assay.mark.MarkException;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An AMF0 value with the run of bytes it was read from (AMF 0 specification, 2007). */
sealed interface Amf {
  int MAX_DEPTH = 32;
  int MAX_ITEMS = 2_000_000;

  Range whole();

  /** An object or associative array. */
  record Fields(Range whole, boolean counted, List<Field> fields) implements Amf {}

  /** One member; {@code whole} holds name and value. */
  record Field(Range whole, String name, Amf value) {}

  record Items(Range whole, List<Amf> items) implements Amf {}

  record Text(Range whole, String value) implements Amf {}

  record Real(Range whole, double value) implements Amf {}

  /** A value that labels have nothing to do with. */
  record Other(Range whole) implements Amf {}

  static Amf read(Source source, long at, int depth) {
    if (depth > MAX_DEPTH) {
      throw MarkException.limit("AMF nested deeper than " + MAX_DEPTH, at);
    }
    int type = source.u8(at);
    return switch (type) {
      case 0 -> new Real(new Range(at, 9), Double.longBitsToDouble(bits(source, at + 1)));
      case 1 -> new Other(new Range(at, 2));
      case 2 -> text(source, at, 3 + source.u16be(at + 1), 3);
      case 3 -> fields(source, at, at + 1, false, depth);
      case 5, 6 -> new Other(new Range(at, 1));
      case 8 -> fields(source, at, at + 5, true, depth);
      case 10 -> items(source, at, depth);
      case 11 -> new Other(new Range(at, 11));
      case 12 -> text(source, at, 5 + source.u32be(at + 1), 5);
      default -> throw MarkException.malformed("AMF type " + type, at);
    };
  }

  private static long bits(Source source, long at) {
    return source.u32be(at) << 32 | source.u32be(at + 4);
  }

  private static Text text(Source source, long at, long length, int header) {
    byte[] bytes = source.bytes(at + header, length - header);
    return new Text(new Range(at, length), new String(bytes, StandardCharsets.UTF_8));
  }

  private static Fields fields(Source source, long at, long from, boolean counted, int depth) {
    List<Field> fields = new ArrayList<>();
    long next = from;
    while (source.u24be(next) != 9) {
      int length = source.u16be(next);
      String name = new String(source.bytes(next + 2, length), StandardCharsets.UTF_8);
      Amf value = read(source, next + 2 + length, depth + 1);
      fields.add(new Field(new Range(next, value.whole().end() - next), name, value));
      next = value.whole().end();
      requireFew(fields.size(), next);
    }
    return new Fields(new Range(at, next + 3 - at), counted, fields);
  }

  private static Items items(Source source, long at, int depth) {
    long count = source.u32be(at + 1);
    requireFew(count, at);
    List<Amf> items = new ArrayList<>();
    long next = at + 5;
    for (long i = 0; i < count; i++) {
      Amf item = read(source, next, depth + 1);
      items.add(item);
      next = item.whole().end();
    }
    return new Items(new Range(at, next - at), items);
  }

  private static void requireFew(long count, long at) {
    if (count > MAX_ITEMS) {
      throw MarkException.limit("more than " + MAX_ITEMS + " AMF values", at);
    }
  }
}
