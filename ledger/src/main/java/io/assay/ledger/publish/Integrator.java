package io.assay.ledger.publish;

import io.assay.ledger.LedgerException;
import io.assay.ledger.store.LogStore;
import io.assay.ledger.tree.Hash;
import io.assay.ledger.tree.Merkle;
import io.assay.ledger.tree.Tile;
import io.assay.ledger.tree.TreeEdge;
import io.assay.ledger.wal.WalCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Grows the stored tree by the records of the write-ahead log. Not thread-safe. */
final class Integrator {

  private static final int FLUSH_BYTES = 16 << 20;

  private final LogStore store;
  private final TreeEdge edge;
  private final List<byte[]> bundle = new ArrayList<>();
  private final Map<String, byte[]> unwritten = new LinkedHashMap<>();
  private final List<Tile> filled = new ArrayList<>();
  private long unwrittenBytes;

  /** Continues a stored tree of a size. */
  Integrator(LogStore store, long size) {
    this.store = store;
    StoredTiles tiles = new StoredTiles(store);
    this.edge = TreeEdge.load(size, tiles);
    if (size % Tile.FULL != 0) {
      bundle.addAll(tiles.entries(Tile.covering(0, size - 1, size)));
    }
  }

  long size() {
    return edge.size();
  }

  Hash root() {
    return edge.root();
  }

  /** Takes records up to an index; afterwards all tiles of the tree of that size are durable. */
  void advance(WalCursor records, long end) throws IOException {
    flush();
    while (edge.size() < end) {
      long index = edge.size();
      byte[] entry =
          records
              .next()
              .orElseThrow(
                  () ->
                      new LedgerException(
                          LedgerException.Reason.CORRUPT, "record " + index + " is not there"));
      bundle.add(entry);
      unwrittenBytes += entry.length;
      edge.append(Merkle.leaf(entry), this::fill);
      if (unwrittenBytes > FLUSH_BYTES) {
        flush();
      }
    }
    edge.partial((tile, hashes) -> unwritten.put(tile.path(), StoredTiles.encode(hashes)));
    if (!bundle.isEmpty()) {
      putBundle(edge.size() / Tile.FULL);
    }
    flush();
  }

  /** Deletes the partial tiles that full ones, visible in a published checkpoint, have replaced. */
  void dropReplaced() {
    for (Tile tile : filled) {
      store.delete(store.list(tile.path() + ".p/"));
    }
    filled.clear();
  }

  private void fill(Tile tile, List<Hash> hashes) {
    unwritten.put(tile.path(), StoredTiles.encode(hashes));
    noteFilled(tile);
    if (tile.level() == 0) {
      putBundle(tile.index());
      noteFilled(new Tile(Tile.ENTRIES, tile.index(), Tile.FULL));
      bundle.clear();
    }
  }

  /** Only the first tile of a level to be filled since a checkpoint has been published in part. */
  private void noteFilled(Tile tile) {
    if (filled.stream().noneMatch(earlier -> earlier.level() == tile.level())) {
      filled.add(tile);
    }
  }

  private void putBundle(long index) {
    unwritten.put(new Tile(Tile.ENTRIES, index, bundle.size()).path(), Bundle.encode(bundle));
  }

  private void flush() {
    if (!unwritten.isEmpty()) {
      store.write(unwritten);
      unwritten.clear();
    }
    unwrittenBytes = 0;
  }
}
