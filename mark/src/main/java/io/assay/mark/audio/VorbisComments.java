package io.assay.mark.audio;

import io.assay.mark.MarkException;
import io.assay.mark.container.Source;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The comment list that FLAC, Vorbis and Opus share.
 *
 * @param tail bytes behind the list, for example a framing bit or padding
 */
record VorbisComments(byte[] vendor, List<byte[]> comments, byte[] tail) {
  private static final String KEY = "AIGC=";

  static VorbisComments read(Source block) {
    long at = 4 + block.u32le(0);
    byte[] vendor = block.bytes(4, at - 4);
    long count = block.u32le(at);
    at += 4;
    if (count > block.length() / 4) {
      throw MarkException.malformed(count + " comments do not fit their block", at - 4);
    }
    List<byte[]> comments = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      long length = block.u32le(at);
      comments.add(block.bytes(at + 4, length));
      at += 4 + length;
    }
    return new VorbisComments(vendor, comments, block.bytes(at, block.length() - at));
  }

  static VorbisComments empty() {
    return new VorbisComments("assay".getBytes(StandardCharsets.US_ASCII), List.of(), new byte[0]);
  }

  List<String> labels() {
    return comments.stream()
        .map(comment -> new String(comment, StandardCharsets.UTF_8))
        .filter(VorbisComments::isLabel)
        .map(comment -> comment.substring(KEY.length()))
        .toList();
  }

  private static boolean isLabel(String comment) {
    return comment.length() >= KEY.length()
        && comment.substring(0, KEY.length()).toUpperCase(Locale.ROOT).equals(KEY);
  }

  /** The list with this label as its only one, as bytes. */
  byte[] with(String json) {
    List<byte[]> kept = new ArrayList<>();
    for (byte[] comment : comments) {
      if (!isLabel(new String(comment, StandardCharsets.UTF_8))) {
        kept.add(comment);
      }
    }
    kept.add((KEY + json).getBytes(StandardCharsets.US_ASCII));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    counted(vendor, out);
    out.writeBytes(u32(kept.size()));
    kept.forEach(comment -> counted(comment, out));
    out.writeBytes(tail);
    return out.toByteArray();
  }

  private static void counted(byte[] bytes, ByteArrayOutputStream out) {
    out.writeBytes(u32(bytes.length));
    out.writeBytes(bytes);
  }

  private static byte[] u32(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }
}
