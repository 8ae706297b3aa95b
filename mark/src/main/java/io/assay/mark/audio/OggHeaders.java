package io.assay.mark.audio;

import io.assay.mark.MarkException;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The header packets of an Ogg stream behind its first page.
 *
 * @param pages the run of pages that hold them
 * @param packets the packets, the comments first
 * @param prefix what stands before the comment list in its packet
 */
record OggHeaders(int serial, Range pages, int pageCount, List<byte[]> packets, byte[] prefix) {
  private static final int MAX_PACKET = 64 << 20;
  private static final int MAX_SEGMENTS = 255;

  /** Pages as bytes, and how many. */
  record Paged(byte[] bytes, int pages) {}

  static OggHeaders read(Source file) {
    OggPage first = OggPage.read(file, 0);
    Codec codec = Codec.of(file, first);
    List<byte[]> packets = new ArrayList<>();
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    long at = first.end();
    int count = 0;
    while (packets.size() < codec.packets()) {
      OggPage page = OggPage.read(file, at);
      if (page.serial() != first.serial() || page.isFirst()) {
        throw MarkException.unsupported("an Ogg file of several streams; split them first");
      }
      byte[] body = file.bytes(page.body().at(), page.body().length());
      int from = 0;
      for (byte lace : page.lacing()) {
        int length = lace & 0xff;
        packet.write(body, from, length);
        from += length;
        if (packet.size() > MAX_PACKET) {
          throw MarkException.limit("an Ogg header of more than " + MAX_PACKET + " bytes", at);
        }
        if (length < MAX_SEGMENTS) {
          packets.add(packet.toByteArray());
          packet.reset();
        }
      }
      at = page.end();
      count++;
    }
    if (packets.size() != codec.packets() || packet.size() > 0) {
      throw MarkException.malformed("Ogg sound starts on a page of its headers", at);
    }
    byte[] prefix = codec.prefix();
    if (!Source.of(packets.getFirst()).matches(codec.magicAt(), codec.magic())) {
      throw MarkException.malformed("the second Ogg packet holds no comments", first.end());
    }
    return new OggHeaders(
        first.serial(), new Range(first.end(), at - first.end()), count, packets, prefix);
  }

  /** What a codec's headers look like. */
  private record Codec(int packets, String magic, int magicAt, byte[] prefix) {
    static Codec of(Source file, OggPage first) {
      long at = first.body().at();
      if (file.matches(at, "OpusHead")) {
        return new Codec(1, "OpusTags", 0, ascii("OpusTags"));
      }
      if (file.matches(at, "\u0001vorbis")) {
        return new Codec(2, "\u0003vorbis", 0, ascii("\u0003vorbis"));
      }
      if (file.matches(at, "\u007fFLAC")) {
        int packets = file.u16be(at + 7);
        if (packets == 0) {
          throw MarkException.unsupported("an Ogg FLAC stream that does not count its headers");
        }
        return new Codec(packets, "", 0, new byte[4]);
      }
      throw MarkException.unsupported("an Ogg stream that is neither Opus, Vorbis nor FLAC");
    }

    private static byte[] ascii(String text) {
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  VorbisComments comments() {
    Source packet = Source.of(packets.getFirst());
    return VorbisComments.read(packet.slice(prefix.length, packet.length() - prefix.length));
  }

  /** The pages with this label as the only one. */
  Paged with(String json) {
    byte[] list = comments().with(json);
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    byte[] old = packets.getFirst();
    packet.write(old, 0, prefix.length);
    packet.writeBytes(list);
    List<byte[]> changed = new ArrayList<>(packets);
    byte[] comments = packet.toByteArray();
    boolean flac = prefix[0] == 0 || prefix.length == 4;
    if (flac) {
      comments[0] = old[0];
      comments[1] = (byte) (list.length >> 16);
      comments[2] = (byte) (list.length >> 8);
      comments[3] = (byte) list.length;
    }
    changed.set(0, comments);
    return page(changed);
  }

  private Paged page(List<byte[]> contents) {
    ByteArrayOutputStream lacing = new ByteArrayOutputStream();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] content : contents) {
      for (int left = content.length; left >= MAX_SEGMENTS; left -= MAX_SEGMENTS) {
        lacing.write(MAX_SEGMENTS);
      }
      lacing.write(content.length % MAX_SEGMENTS);
      body.writeBytes(content);
    }
    return page(lacing.toByteArray(), body.toByteArray());
  }

  private Paged page(byte[] lacing, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int number = 0;
    int bodyAt = 0;
    boolean open = false;
    for (int at = 0; at < lacing.length; at += MAX_SEGMENTS) {
      int segments = Math.min(MAX_SEGMENTS, lacing.length - at);
      byte[] part = Arrays.copyOfRange(lacing, at, at + segments);
      int length = 0;
      boolean ends = false;
      for (byte lace : part) {
        length += lace & 0xff;
        ends |= (lace & 0xff) < MAX_SEGMENTS;
      }
      byte[] content = Arrays.copyOfRange(body, bodyAt, bodyAt + length);
      out.writeBytes(
          OggPage.build(
              open ? OggPage.CONTINUED : 0, ends ? 0 : -1, serial, ++number, part, content));
      open = (part[segments - 1] & 0xff) == MAX_SEGMENTS;
      bodyAt += length;
    }
    return new Paged(out.toByteArray(), number);
  }
}
