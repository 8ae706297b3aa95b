package io.assay.mark.riff;

import io.assay.mark.MarkException;
import io.assay.mark.container.Carrier;
import io.assay.mark.container.Found;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.riff.RiffChunks.Chunk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** WAV, RF64 and BW64: the label is a top-level chunk named AIGC, behind everything else. */
public final class WavCarrier implements Carrier {
  private static final String CHUNK = "AIGC";

  @Override
  public List<Found> read(Source file) {
    List<Found> found = new ArrayList<>();
    RiffChunks chunks = RiffChunks.read(file);
    for (Chunk chunk : chunks.all()) {
      if (chunk.id().equals(CHUNK)) {
        found.add(record(file, chunk, "RIFF chunk AIGC"));
      } else if (InfoList.isInfo(file, chunk)) {
        found.addAll(InfoList.read(file, chunks, chunk));
      }
    }
    return found;
  }

  static Found record(Source file, Chunk chunk, String place) {
    String text =
        new String(file.bytes(chunk.data().at(), chunk.data().length()), StandardCharsets.UTF_8);
    return new Found(place, chunk.whole().at(), text.replace("\0", ""));
  }

  @Override
  public List<Splice> write(Source file, Implicit label) {
    RiffChunks chunks = RiffChunks.read(file);
    List<Splice> splices = new ArrayList<>();
    long growth = 0;
    for (Chunk chunk : chunks.all()) {
      if (chunk.id().equals(CHUNK)) {
        splices.add(Splice.remove(chunk.whole()));
        growth -= chunk.whole().length();
      } else if (InfoList.isInfo(file, chunk)) {
        splices.addAll(InfoList.blank(chunks, chunk));
      }
    }
    byte[] added = RiffChunks.build(CHUNK, label.json().getBytes(StandardCharsets.US_ASCII));
    if ((chunks.end() & 1) == 1) {
      splices.add(Splice.insert(chunks.end(), new byte[1]));
      growth++;
    }
    splices.add(Splice.insert(chunks.end(), added));
    splices.addAll(chunks.grow(growth + added.length));
    splices.addAll(closeData(file, chunks));
    return splices;
  }

  /** A recorder that was cut off leaves the length of its samples open; it is filled in. */
  private static List<Splice> closeData(Source file, RiffChunks chunks) {
    Chunk data =
        chunks
            .first("data")
            .orElseThrow(() -> MarkException.malformed("a WAV file needs a data chunk", 12));
    long declared = file.u32le(data.whole().at() + 4);
    boolean in64 = !file.matches(0, "RIFF") && declared == 0xffffffffL;
    if (in64 || declared == data.data().length()) {
      return List.of();
    }
    return List.of(Splice.overwrite(data.whole().at() + 4, RiffChunks.u32le(data.data().length())));
  }

  @Override
  public List<Range> payload(Source file) {
    return RiffChunks.read(file).all().stream()
        .filter(chunk -> chunk.id().equals("fmt ") || chunk.id().equals("data"))
        .map(Chunk::data)
        .toList();
  }
}
