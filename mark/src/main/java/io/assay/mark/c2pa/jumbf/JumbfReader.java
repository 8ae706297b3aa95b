package io.assay.mark.c2pa.jumbf;

import io.assay.mark.MarkException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Reads JUMBF superboxes within bounds on size, depth and number. */
public final class JumbfReader {
  private static final int MAX_SIZE = 64 << 20;
  private static final int MAX_DEPTH = 8;
  private static final int MAX_BOXES = 20_000;
  private static final int LABEL = 0x02;

  private final byte[] bytes;
  private int boxes;

  private JumbfReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Reads the superbox at the start of {@code bytes}; padding behind it is ignored. */
  public static JumbfBox read(byte[] bytes) {
    if (bytes.length > MAX_SIZE) {
      throw MarkException.limit("manifest store is over " + MAX_SIZE + " bytes", 0);
    }
    JumbfReader reader = new JumbfReader(bytes);
    Header header = reader.header(0, bytes.length);
    if (!header.type.equals("jumb")) {
      throw MarkException.malformed("manifest store does not start with a jumb box", 0);
    }
    return reader.superbox(header, 0);
  }

  private record Header(String type, int start, int end) {}

  private Header header(int at, int limit) {
    if (++boxes > MAX_BOXES) {
      throw MarkException.limit("manifest store holds more than " + MAX_BOXES + " boxes", at);
    }
    if (limit - at < 8) {
      throw MarkException.malformed("JUMBF box header is cut off", at);
    }
    long size = ByteBuffer.wrap(bytes).getInt(at) & 0xffffffffL;
    String type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
    int headerSize = 8;
    if (size == 1 && limit - at >= 16) {
      size = ByteBuffer.wrap(bytes).getLong(at + 8);
      headerSize = 16;
    } else if (size == 0) {
      size = (long) limit - at;
    }
    if (size < headerSize || size > (long) limit - at) {
      throw MarkException.malformed(
          "JUMBF box '" + type + "' of " + size + " bytes does not fit", at);
    }
    return new Header(type, at + headerSize, at + (int) size);
  }

  private JumbfBox superbox(Header box, int depth) {
    if (depth > MAX_DEPTH) {
      throw MarkException.limit("JUMBF is nested deeper than " + MAX_DEPTH, box.start);
    }
    Header description = header(box.start, box.end);
    if (!description.type.equals("jumd")) {
      throw MarkException.malformed("JUMBF superbox lacks a description", box.start);
    }
    List<JumbfBox> inner = new ArrayList<>();
    List<JumbfBox.Content> contents = new ArrayList<>();
    int at = description.end;
    while (at < box.end) {
      Header next = header(at, box.end);
      if (next.type.equals("jumb")) {
        inner.add(superbox(next, depth + 1));
      } else {
        contents.add(
            new JumbfBox.Content(next.type, Arrays.copyOfRange(bytes, next.start, next.end)));
      }
      at = next.end;
    }
    byte[] payload = Arrays.copyOfRange(bytes, box.start, box.end);
    return new JumbfBox(type(description), label(description), inner, contents, payload);
  }

  private UUID type(Header description) {
    if (description.end - description.start < 17) {
      throw MarkException.malformed("JUMBF description is cut off", description.start);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, description.start, 16);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  private String label(Header description) {
    if ((bytes[description.start + 16] & LABEL) == 0) {
      return "";
    }
    int from = description.start + 17;
    int end = from;
    while (end < description.end && bytes[end] != 0) {
      end++;
    }
    if (end == description.end) {
      throw MarkException.malformed("JUMBF label has no end", from);
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }
}
