package io.assay.mark.c2pa.jumbf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A JUMBF superbox: its type and label, the superboxes and the content boxes in it, and {@code
 * payload}, the bytes behind its own header, over which C2PA hashes a box (section 8.4.2.3).
 */
public record JumbfBox(
    UUID type, String label, List<JumbfBox> boxes, List<Content> contents, byte[] payload) {
  private static final int REQUESTABLE_WITH_LABEL = 0x03;

  public JumbfBox {
    boxes = List.copyOf(boxes);
    contents = List.copyOf(contents);
  }

  /** A content box: its four-character type and its data. */
  public record Content(String type, byte[] data) {
    byte[] toBytes() {
      return box(type, data);
    }
  }

  /** A superbox that holds others. */
  public static JumbfBox holding(BoxKind kind, String label, List<JumbfBox> boxes) {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    payload.writeBytes(description(kind, label));
    boxes.forEach(box -> payload.writeBytes(box.toBytes()));
    return new JumbfBox(kind.uuid(), label, boxes, List.of(), payload.toByteArray());
  }

  /** A superbox around one content box. */
  public static JumbfBox around(BoxKind kind, String label, Content content) {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    payload.writeBytes(description(kind, label));
    payload.writeBytes(content.toBytes());
    return new JumbfBox(kind.uuid(), label, List.of(), List.of(content), payload.toByteArray());
  }

  /** A superbox around CBOR. */
  public static JumbfBox cbor(BoxKind kind, String label, byte[] cbor) {
    return around(kind, label, new Content("cbor", cbor));
  }

  public BoxKind kind() {
    return BoxKind.of(type);
  }

  /** The first superbox inside with this label. */
  public Optional<JumbfBox> child(String label) {
    return boxes.stream().filter(box -> box.label.equals(label)).findFirst();
  }

  /** The first content box of a type. */
  public Optional<byte[]> content(String type) {
    return contents.stream().filter(c -> c.type.equals(type)).map(Content::data).findFirst();
  }

  public byte[] toBytes() {
    return box("jumb", payload);
  }

  private static byte[] description(BoxKind kind, String label) {
    byte[] name = label.getBytes(StandardCharsets.UTF_8);
    return box(
        "jumd",
        ByteBuffer.allocate(18 + name.length)
            .putLong(kind.uuid().getMostSignificantBits())
            .putLong(kind.uuid().getLeastSignificantBits())
            .put((byte) REQUESTABLE_WITH_LABEL)
            .put(name)
            .put((byte) 0)
            .array());
  }

  private static byte[] box(String type, byte[] data) {
    return ByteBuffer.allocate(8 + data.length)
        .putInt(8 + data.length)
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .put(data)
        .array();
  }
}
