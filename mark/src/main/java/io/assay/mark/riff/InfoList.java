package io.assay.mark.riff;

import io.assay.mark.container.Found;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.riff.RiffChunks.Chunk;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The INFO list of a RIFF file. */
final class InfoList {
  private static final String LABEL = "AIGC";

  private InfoList() {}

  static boolean isInfo(Source file, Chunk chunk) {
    return chunk.id().equals("LIST")
        && chunk.data().length() >= 4
        && file.matches(chunk.data().at(), "INFO");
  }

  static List<Found> read(Source file, RiffChunks chunks, Chunk list) {
    return labels(chunks, list).stream()
        .map(chunk -> WavCarrier.record(file, chunk, "LIST INFO AIGC"))
        .toList();
  }

  private static List<Chunk> labels(RiffChunks chunks, Chunk list) {
    return chunks.children(list.data().at() + 4, list.data().end()).stream()
        .filter(chunk -> chunk.id().equals(LABEL))
        .toList();
  }

  /** Turns every record in the list into padding of equal length, so that nothing moves. */
  static List<Splice> blank(RiffChunks chunks, Chunk list) {
    return labels(chunks, list).stream()
        .map(
            chunk -> {
              byte[] junk = new byte[Math.toIntExact(chunk.data().length())];
              byte[] whole = RiffChunks.build("JUNK", junk);
              return Splice.overwrite(
                  chunk.whole().at(),
                  Arrays.copyOf(whole, Math.toIntExact(chunk.whole().length())));
            })
        .toList();
  }

  /** A new list that holds the label alone. */
  static byte[] build(String json) {
    byte[] text = (json + "\0").getBytes(StandardCharsets.US_ASCII);
    byte[] child = RiffChunks.build(LABEL, text);
    byte[] content = new byte[4 + child.length];
    System.arraycopy("INFO".getBytes(StandardCharsets.US_ASCII), 0, content, 0, 4);
    System.arraycopy(child, 0, content, 4, child.length);
    return RiffChunks.build("LIST", content);
  }
}
