package io.assay.mark.matroska;

import io.assay.mark.MarkException;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One EBML element.
 *
 * @param id with its length marker, as written
 * @param whole the run with id and size
 * @param data the run of the content
 * @param unknownSize whether the element ends where its parent does
 */
public record Element(long id, Range whole, Range data, boolean unknownSize) {
  static final long SEGMENT = 0x18538067L;
  static final long SEEK_HEAD = 0x114d9b74L;
  static final long SEEK = 0x4dbb;
  static final long SEEK_ID = 0x53ab;
  static final long SEEK_POSITION = 0x53ac;
  static final long CLUSTER = 0x1f43b675L;
  static final long CLUSTER_POSITION = 0xa7;
  static final long CUES = 0x1c53bb6bL;
  static final long CUE_CLUSTER_POSITION = 0xf1;
  static final long TAGS = 0x1254c367L;
  static final long TAG = 0x7373;
  static final long TARGETS = 0x63c0;
  static final long SIMPLE_TAG = 0x67c8;
  static final long TAG_NAME = 0x45a3;
  static final long TAG_STRING = 0x4487;
  static final long CRC32 = 0xbf;
  private static final int MAX_CHILDREN = 4_000_000;

  static Element read(Source file, long at, long end) {
    int idLength = Integer.numberOfLeadingZeros(file.u8(at)) - 23;
    if (idLength > 4) {
      throw MarkException.malformed("an EBML identifier was expected", at);
    }
    long id = number(file, at, idLength);
    long sizeAt = at + idLength;
    int sizeLength = Integer.numberOfLeadingZeros(file.u8(sizeAt)) - 23;
    if (sizeLength > 8) {
      throw MarkException.malformed("an EBML size was expected", sizeAt);
    }
    long mask = (1L << (7 * sizeLength)) - 1;
    long size = number(file, sizeAt, sizeLength) & mask;
    boolean unknown = size == mask;
    long dataAt = sizeAt + sizeLength;
    if (!unknown && size > end - dataAt) {
      if (id != SEGMENT && id != CLUSTER) {
        throw MarkException.malformed("EBML element of " + size + " bytes passes its parent", at);
      }
      size = end - dataAt;
    }
    long length = unknown ? end - dataAt : size;
    return new Element(id, new Range(at, dataAt - at + length), new Range(dataAt, length), unknown);
  }

  private static long number(Source file, long at, int width) {
    long value = 0;
    for (byte b : file.bytes(at, width)) {
      value = (value << 8) | (b & 0xff);
    }
    return value;
  }

  /** The elements inside; a cluster of unknown size ends where the next top element starts. */
  List<Element> children(Source file) {
    List<Element> children = new ArrayList<>();
    long at = data.at();
    while (at < data.end()) {
      Element child = read(file, at, data.end());
      if (child.unknownSize() && id == SEGMENT) {
        child = child.endingAt(child.nextTopElement(file));
      }
      children.add(child);
      at = child.whole().end();
      if (children.size() > MAX_CHILDREN) {
        throw MarkException.limit("more than " + MAX_CHILDREN + " EBML elements", at);
      }
    }
    return children;
  }

  private Element endingAt(long end) {
    return new Element(
        id, new Range(whole.at(), end - whole.at()), new Range(data.at(), end - data.at()), true);
  }

  private long nextTopElement(Source file) {
    long at = data.at();
    while (at < data.end()) {
      Element inside = read(file, at, data.end());
      boolean top = inside.id() > 0x0fffffffL;
      if (top) {
        return at;
      }
      at = inside.whole().end();
    }
    return data.end();
  }

  long unsigned(Source file) {
    if (data.length() > 8) {
      throw MarkException.malformed("an EBML number of " + data.length() + " bytes", data.at());
    }
    return number(file, data.at(), (int) data.length());
  }

  String text(Source file) {
    return new String(file.bytes(data.at(), data.length()), StandardCharsets.UTF_8)
        .replace("\0", "");
  }

  /** An element with a size of eight bytes, which does not depend on the content. */
  static byte[] build(long id, byte[]... contents) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : contents) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header(id, content.size()));
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }

  /** Identifier and an eight-byte size. */
  static byte[] header(long id, long size) {
    int idLength = (71 - Long.numberOfLeadingZeros(id)) / 8;
    byte[] eight = ByteBuffer.allocate(8).putLong(id).array();
    return ByteBuffer.allocate(idLength + 8)
        .put(eight, 8 - idLength, idLength)
        .putLong(size | 1L << 56)
        .array();
  }
}
