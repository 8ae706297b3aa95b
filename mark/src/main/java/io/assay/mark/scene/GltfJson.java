package io.assay.mark.scene;

import io.assay.mark.MarkException;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.text.Json;
import io.assay.mark.text.JsonReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The JSON of a scene, as ISO 8859-1 so that offsets are those of bytes.
 *
 * @param at where it starts in the file
 * @param length how many bytes it has room for, padding included
 */
public record GltfJson(
    Source file, boolean binary, long at, long length, String text, Json.Struct root) {
  private static final int MOST = 128 << 20;
  private static final int HEADER = 12;
  private static final int CHUNK_HEADER = 8;

  public static GltfJson read(Source file) {
    boolean binary = file.matches(0, "glTF");
    long at = binary ? HEADER + CHUNK_HEADER : 0;
    long length = binary ? file.u32le(HEADER) : file.length();
    if (binary && !file.matches(HEADER + 4, "JSON")) {
      throw MarkException.malformed("a GLB file starts with its JSON", HEADER + 4);
    }
    if (length > MOST) {
      throw MarkException.limit("a scene description of " + length + " bytes", at);
    }
    String text = file.latin1(at, length);
    String bare = text.startsWith("\u00ef\u00bb\u00bf") ? "   " + text.substring(3) : text;
    if (!(JsonReader.read(bare.replaceFirst("\0+$", "")) instanceof Json.Struct root)) {
      throw MarkException.malformed("a scene description is a JSON object", at);
    }
    return new GltfJson(file, binary, at, length, bare, root);
  }

  /** The offset behind the JSON and its padding. */
  public long end() {
    return at + length;
  }

  /** The edits that put {@code value} in place of a run of the JSON. */
  public List<Splice> replace(int from, int to, String value) {
    byte[] inserted = value.getBytes(StandardCharsets.UTF_8);
    List<Splice> splices = new ArrayList<>();
    splices.add(new Splice(at + from, to - from, inserted));
    if (!binary) {
      return splices;
    }
    long grown = length + inserted.length - (to - from);
    int padding = (int) (-grown & 3);
    splices.add(Splice.insert(end(), " ".repeat(padding).getBytes(StandardCharsets.US_ASCII)));
    splices.add(Splice.overwrite(HEADER, u32(grown + padding)));
    splices.add(Splice.overwrite(8, u32(file.u32le(8) + grown + padding - length)));
    return splices;
  }

  private static byte[] u32(long value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) value).array();
  }
}
