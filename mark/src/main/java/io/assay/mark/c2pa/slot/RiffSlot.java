package io.assay.mark.c2pa.slot;

import io.assay.mark.MarkException;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.container.StorePlan;
import io.assay.mark.container.StoreSlot;
import io.assay.mark.riff.RiffChunks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The {@code C2PA} chunk, last in the RIFF form. */
final class RiffSlot implements StoreSlot {
  private static final String ID = "C2PA";
  private static final int CHUNK_HEADER = 8;

  @Override
  public Optional<byte[]> read(Source file) {
    List<RiffChunks.Chunk> found = stores(RiffChunks.read(file));
    if (found.size() > 1) {
      throw MarkException.malformed("two manifest stores in one file", found.get(1).whole().at());
    }
    return found.stream()
        .findFirst()
        .map(chunk -> file.bytes(chunk.data().at(), chunk.data().length()));
  }

  /** A pad byte belongs to the hashed part. */
  @Override
  public List<Range> location(Source file) {
    return stores(RiffChunks.read(file)).stream()
        .map(chunk -> new Range(chunk.whole().at(), CHUNK_HEADER + chunk.data().length()))
        .toList();
  }

  private static List<RiffChunks.Chunk> stores(RiffChunks chunks) {
    return chunks.all().stream().filter(chunk -> chunk.id().equals(ID)).toList();
  }

  @Override
  public StorePlan plan(Source file, byte[] store) {
    RiffChunks chunks = RiffChunks.read(file);
    List<Splice> splices = new ArrayList<>();
    byte[] chunk = RiffChunks.build(ID, store);
    long removed = 0;
    for (RiffChunks.Chunk earlier : stores(chunks)) {
      splices.add(Splice.remove(earlier.whole()));
      removed += earlier.whole().length();
    }
    splices.add(Splice.insert(chunks.end(), chunk));
    splices.addAll(chunks.grow(chunk.length - removed));
    Range run = new Range(chunks.end() - removed, CHUNK_HEADER + store.length);
    return new StorePlan(splices, List.of(run));
  }
}
