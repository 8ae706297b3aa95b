package io.assay.mark.c2pa.slot;

import io.assay.mark.MarkException;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.container.StorePlan;
import io.assay.mark.container.StoreSlot;
import io.assay.mark.image.PngChunks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The {@code caBX} chunk, behind IHDR. */
final class PngSlot implements StoreSlot {
  private static final String TYPE = "caBX";

  @Override
  public Optional<byte[]> read(Source file) {
    List<PngChunks.Chunk> found = stores(file);
    if (found.size() > 1) {
      throw MarkException.malformed("two manifest stores in one file", found.get(1).whole().at());
    }
    return found.stream()
        .findFirst()
        .map(chunk -> file.bytes(chunk.data().at(), chunk.data().length()));
  }

  @Override
  public List<Range> location(Source file) {
    return stores(file).stream().map(PngChunks.Chunk::whole).toList();
  }

  private static List<PngChunks.Chunk> stores(Source file) {
    return PngChunks.read(file).stream().filter(chunk -> chunk.type().equals(TYPE)).toList();
  }

  @Override
  public StorePlan plan(Source file, byte[] store) {
    List<Splice> splices = new ArrayList<>();
    stores(file).forEach(chunk -> splices.add(Splice.remove(chunk.whole())));
    long at = PngChunks.read(file).getFirst().whole().end();
    byte[] chunk = PngChunks.build(TYPE, store);
    splices.add(Splice.insert(at, chunk));
    return new StorePlan(splices, List.of(new Range(at, chunk.length)));
  }
}
