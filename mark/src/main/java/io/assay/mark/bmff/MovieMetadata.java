package io.assay.mark.bmff;

import io.assay.mark.MarkException;
import io.assay.mark.container.Found;
import io.assay.mark.container.Source;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@code meta} box of a movie with named values: {@code keys} and {@code ilst} (QuickTime File
 * Format, metadata), or the four-character items that iTunes writes.
 */
final class MovieMetadata {
  private static final String NAMED = "mdta";
  private static final String KEY = "AIGC";
  private static final int UTF_8 = 1;
  private static final int MAX_KEYS = 100_000;
  private static final int MAX_VALUE = 4 << 20;

  private final Source file;
  private final Box meta;
  private final List<Box> children;
  private final List<String> keys;

  private MovieMetadata(Source file, Box meta) {
    this.file = file;
    this.meta = meta;
    this.children = meta.children(file);
    this.keys = isNamed() ? keys() : List.of();
  }

  static MovieMetadata read(Source file, Box meta) {
    return new MovieMetadata(file, meta);
  }

  Box box() {
    return meta;
  }

  /** Whether its values have names. */
  boolean isNamed() {
    return Box.first(children, "hdlr")
        .filter(hdlr -> file.matches(hdlr.contentAt() + 8, NAMED))
        .isPresent();
  }

  private List<String> keys() {
    List<String> found = new ArrayList<>();
    Optional<Box> box = Box.first(children, "keys");
    if (box.isEmpty()) {
      return found;
    }
    long count = file.u32be(box.get().contentAt() + 4);
    long at = box.get().contentAt() + 8;
    for (long i = 0; i < count; i++) {
      long size = file.u32be(at);
      if (size < 8 || size > box.get().whole().end() - at || found.size() == MAX_KEYS) {
        throw MarkException.malformed("metadata key of " + size + " bytes", at);
      }
      found.add(new String(file.bytes(at + 8, size - 8), StandardCharsets.UTF_8));
      at += size;
    }
    return found;
  }

  private List<Box> items() {
    return Box.first(children, "ilst").map(list -> list.children(file)).orElse(List.of());
  }

  /** The AIGC values, named or under a code of their own. */
  List<Found> aigc() {
    return items().stream().filter(this::isAigc).flatMap(item -> value(item).stream()).toList();
  }

  private boolean isAigc(Box item) {
    if (isNamed()) {
      int index = index(item);
      return index > 0 && index <= keys.size() && keys.get(index - 1).contains(KEY);
    }
    return item.type().equals(KEY)
        || freeName(item).contains(KEY)
        || value(item).filter(found -> found.value().startsWith("{\"" + KEY)).isPresent();
  }

  private static int index(Box item) {
    return ByteBuffer.wrap(item.type().getBytes(StandardCharsets.ISO_8859_1)).getInt();
  }

  /** The name of a free-form iTunes item; empty for the others. */
  private String freeName(Box item) {
    return item.type().equals("----")
        ? item.child(file, "name")
            .map(name -> file.latin1(name.contentAt(), Math.min(256, name.content().length())))
            .orElse("")
        : "";
  }

  private Optional<Found> value(Box item) {
    return item.child(file, "data")
        .filter(data -> data.content().length() >= 8)
        .map(
            data ->
                new Found(
                    "MP4 " + (isNamed() ? "mdta" : "ilst") + " AIGC",
                    item.whole().at(),
                    text(data)));
  }

  private String text(Box data) {
    long length = data.content().length() - 8;
    if (length > MAX_VALUE) {
      throw MarkException.limit("a metadata value of " + length + " bytes", data.contentAt());
    }
    return new String(file.bytes(data.contentAt() + 8, length), StandardCharsets.UTF_8);
  }

  /** This box without AIGC values, and with {@code value} under the key where one is given. */
  byte[] with(Optional<String> value) {
    List<String> names = new ArrayList<>();
    ByteArrayOutputStream items = new ByteArrayOutputStream();
    for (Box item : items()) {
      if (isAigc(item)) {
        continue;
      }
      byte[] bytes = file.bytes(item.whole().at(), item.whole().length());
      if (isNamed()) {
        int index = index(item);
        if (index < 1 || index > keys.size()) {
          throw MarkException.malformed("metadata item without a key", item.whole().at());
        }
        names.add(keys.get(index - 1));
        ByteBuffer.wrap(bytes).putInt(4, names.size());
      }
      items.writeBytes(bytes);
    }
    value.ifPresent(
        text -> {
          names.add(KEY);
          items.writeBytes(item(names.size(), text));
        });
    return assemble(names, items.toByteArray());
  }

  private byte[] assemble(List<String> names, byte[] items) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long fields = meta.contentAt() - meta.whole().at() - 8;
    out.writeBytes(file.bytes(meta.whole().at() + 8, fields));
    boolean keysWritten = false;
    boolean itemsWritten = false;
    for (Box child : children) {
      if (child.type().equals("keys") && isNamed()) {
        out.writeBytes(keys(names));
        keysWritten = true;
      } else if (child.type().equals("ilst")) {
        out.writeBytes(Box.build("ilst", items));
        itemsWritten = true;
      } else {
        out.writeBytes(file.bytes(child.whole().at(), child.whole().length()));
      }
    }
    if (isNamed() && !keysWritten) {
      out.writeBytes(keys(names));
    }
    if (!itemsWritten) {
      out.writeBytes(Box.build("ilst", items));
    }
    return Box.build("meta", out.toByteArray());
  }

  /** A new {@code meta} box with one named value, for user data. */
  static byte[] create(String value) {
    return Box.build("meta", new byte[4], contents(value));
  }

  /** The same for the movie header itself, where QuickTime leaves out version and flags. */
  static byte[] createForMovie(String value) {
    return Box.build("meta", contents(value));
  }

  private static byte[] contents(String value) {
    byte[] handler =
        ByteBuffer.allocate(25).position(8).put(NAMED.getBytes(StandardCharsets.US_ASCII)).array();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Box.build("hdlr", handler));
    out.writeBytes(keys(List.of(KEY)));
    out.writeBytes(Box.build("ilst", item(1, value)));
    return out.toByteArray();
  }

  private static byte[] keys(List<String> names) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ByteBuffer.allocate(8).putInt(4, names.size()).array());
    for (String name : names) {
      out.writeBytes(Box.build(NAMED, name.getBytes(StandardCharsets.UTF_8)));
    }
    return Box.build("keys", out.toByteArray());
  }

  private static byte[] item(int index, String value) {
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    byte[] data = Box.build("data", ByteBuffer.allocate(8).putInt(UTF_8).putInt(0).array(), text);
    String type =
        new String(ByteBuffer.allocate(4).putInt(index).array(), StandardCharsets.ISO_8859_1);
    return Box.build(type, data);
  }
}
