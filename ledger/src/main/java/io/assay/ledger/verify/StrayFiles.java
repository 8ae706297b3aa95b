package io.assay.ledger.verify;

import io.assay.ledger.store.LogStore;
import io.assay.ledger.tree.Tile;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Finds files in a log that its tree does not call for, or that contradict it. */
final class StrayFiles {

  private static final Set<String> EXPECTED = Set.of("checkpoint", "vkey", "min-index");

  private final LogStore store;
  private final long size;

  StrayFiles(LogStore store, long size) {
    this.store = store;
    this.size = size;
  }

  void check() throws Finding {
    for (String path : store.list("")) {
      if (!EXPECTED.contains(path)) {
        checkTile(path);
      }
    }
  }

  private void checkTile(String path) throws Finding {
    Optional<Tile> parsed = Tile.parse(path);
    if (parsed.isEmpty()) {
      throw new Finding(path, "does not belong into a log");
    }
    Tile tile = parsed.get();
    long hashes = size >> (8 * Math.max(0, tile.level()));
    long end = tile.index() * Tile.FULL + tile.width();
    if (end > hashes) {
      throw new Finding(path, "reaches beyond the tree of " + size + " entries");
    }
    Tile whole = Tile.covering(tile.level(), tile.index() * Tile.FULL, size);
    if (whole.width() > tile.width()) {
      checkPrefix(tile, whole);
    }
  }

  /** An older, narrower tile is the beginning of the one that the tree has now. */
  private void checkPrefix(Tile older, Tile now) throws Finding {
    Optional<byte[]> longer = store.read(now.path()).or(() -> store.read(now.whole().path()));
    byte[] shorter = store.read(older.path()).orElse(new byte[0]);
    if (longer.isPresent()
        && !Arrays.equals(
            longer.get(),
            0,
            Math.min(shorter.length, longer.get().length),
            shorter,
            0,
            shorter.length)) {
      throw new Finding(older.path(), "is not the beginning of " + now.path());
    }
    if (older.level() >= 0 && shorter.length != older.width() * 32) {
      throw new Finding(older.path(), "has " + shorter.length + " bytes");
    }
  }
}
