package io.assay.mark.riff;

import io.assay.mark.MarkException;
import io.assay.mark.container.Carrier;
import io.assay.mark.container.Found;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.riff.RiffChunks.Chunk;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * AVI: the label is a child of the INFO list. It replaces padding where there is enough, so that
 * the absolute offsets of an OpenDML index stay true.
 */
public final class AviCarrier implements Carrier {
  @Override
  public List<Found> read(Source file) {
    RiffChunks chunks = RiffChunks.read(file);
    return chunks.all().stream()
        .filter(chunk -> InfoList.isInfo(file, chunk))
        .flatMap(chunk -> InfoList.read(file, chunks, chunk).stream())
        .toList();
  }

  @Override
  public List<Splice> write(Source file, Implicit label) {
    RiffChunks chunks = RiffChunks.read(file);
    byte[] list = InfoList.build(label.json());
    List<Splice> splices = new ArrayList<>();
    for (Chunk chunk : chunks.all()) {
      if (InfoList.isInfo(file, chunk)) {
        splices.addAll(InfoList.blank(chunks, chunk));
      }
    }
    Chunk movie = movie(file, chunks);
    Optional<Chunk> padding =
        chunks.all().stream()
            .filter(chunk -> chunk.id().equals("JUNK") && chunk.whole().end() <= movie.whole().at())
            .filter(chunk -> fits(chunk.whole().length(), list.length))
            .findFirst();
    if (padding.isPresent()) {
      splices.add(Splice.overwrite(padding.get().whole().at(), padded(list, padding.get())));
      return splices;
    }
    boolean moreForms = chunks.end() + 12 <= file.length() && file.matches(chunks.end(), "RIFF");
    boolean movable = !moreForms && indexIsRelative(file, chunks, movie);
    if (moreForms) {
      throw MarkException.unsupported(
          "an OpenDML AVI of several RIFF forms without padding for the label; convert it to MKV");
    }
    splices.add(Splice.insert(movable ? movie.whole().at() : chunks.end(), list));
    splices.addAll(chunks.grow(list.length));
    return splices;
  }

  private static Chunk movie(Source file, RiffChunks chunks) {
    return chunks.all().stream()
        .filter(chunk -> chunk.id().equals("LIST") && file.matches(chunk.data().at(), "movi"))
        .findFirst()
        .orElseThrow(() -> MarkException.malformed("an AVI file needs a movi list", 12));
  }

  private static boolean fits(long room, int needed) {
    return room == needed || room >= needed + 8L;
  }

  private static byte[] padded(byte[] list, Chunk junk) {
    int rest = Math.toIntExact(junk.whole().length()) - list.length;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(list);
    if (rest > 0) {
      out.writeBytes(RiffChunks.build("JUNK", new byte[rest - 8]));
    }
    return out.toByteArray();
  }

  /**
   * Whether the index counts from the movi list and no other index counts from the file's start.
   */
  private static boolean indexIsRelative(Source file, RiffChunks chunks, Chunk movie) {
    Optional<Chunk> index = chunks.first("idx1");
    boolean openDml =
        chunks.all().stream()
            .filter(chunk -> chunk.id().equals("LIST") && file.matches(chunk.data().at(), "hdrl"))
            .anyMatch(
                chunk ->
                    file.latin1(chunk.data().at(), Math.min(chunk.data().length(), 1 << 16))
                        .contains("indx"));
    return !openDml
        && index.isPresent()
        && index.get().data().length() >= 16
        && file.u32le(index.get().data().at() + 8) < movie.data().at();
  }

  @Override
  public List<Range> payload(Source file) {
    return List.of(movie(file, RiffChunks.read(file)).data());
  }
}
