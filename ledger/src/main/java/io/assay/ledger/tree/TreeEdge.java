package io.assay.ledger.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a growing tree: the hashes of the last, partial tile of each level, which is
 * all that appending needs. Not thread-safe.
 */
public final class TreeEdge {

  /** Takes each tile as it becomes full. */
  @FunctionalInterface
  public interface FullTiles {
    void accept(Tile tile, List<Hash> hashes);
  }

  private final List<List<Hash>> levels = new ArrayList<>();
  private long size;

  /** The edge of a tree that stands in tiles already. */
  public static TreeEdge load(long size, NodeReader.Tiles tiles) {
    TreeEdge edge = new TreeEdge();
    edge.size = size;
    for (int level = 0; level < 8 && size >> (8 * level) > 0; level++) {
      long hashes = size >> (8 * level);
      edge.levels.add(
          hashes % Tile.FULL == 0
              ? new ArrayList<>()
              : new ArrayList<>(tiles.read(Tile.covering(level, hashes - 1, size))));
    }
    return edge;
  }

  public long size() {
    return size;
  }

  /** Appends a leaf, and tells of each tile that it fills. */
  public void append(Hash leaf, FullTiles full) {
    long position = size++;
    append(0, position, leaf, full);
  }

  /** Appends a whole tile of leaves of which only the root is known. */
  public void appendTile(Hash root, FullTiles full) {
    if (size % Tile.FULL != 0) {
      throw new IllegalStateException("a tile begins at a multiple of 256, not at " + size);
    }
    long position = size / Tile.FULL;
    size += Tile.FULL;
    append(1, position, root, full);
  }

  private void append(int from, long at, Hash added, FullTiles full) {
    long position = at;
    Hash hash = added;
    for (int level = from; ; level++) {
      while (level >= levels.size()) {
        levels.add(new ArrayList<>(Tile.FULL));
      }
      List<Hash> tile = levels.get(level);
      tile.add(hash);
      if (tile.size() < Tile.FULL) {
        return;
      }
      position /= Tile.FULL;
      hash = Merkle.root(tile);
      full.accept(new Tile(level, position, Tile.FULL), List.copyOf(tile));
      tile.clear();
    }
  }

  /** Tells of the partial tiles that a tree of this size has. */
  public void partial(FullTiles partial) {
    for (int level = 0; level < levels.size(); level++) {
      List<Hash> tile = levels.get(level);
      if (!tile.isEmpty()) {
        long index = (size >> (8 * level)) / Tile.FULL;
        partial.accept(new Tile(level, index, tile.size()), List.copyOf(tile));
      }
    }
  }

  /** The root of the tree as it stands. */
  public Hash root() {
    List<Hash> peaks = new ArrayList<>();
    for (int level = levels.size() - 1; level >= 0; level--) {
      List<Hash> tile = levels.get(level);
      int from = 0;
      for (int span = Tile.FULL / 2; span > 0; span /= 2) {
        if ((tile.size() & span) != 0) {
          peaks.add(Merkle.root(tile.subList(from, from + span)));
          from += span;
        }
      }
    }
    if (peaks.isEmpty()) {
      return Merkle.EMPTY_ROOT;
    }
    Hash root = peaks.get(peaks.size() - 1);
    for (int peak = peaks.size() - 2; peak >= 0; peak--) {
      root = Merkle.node(peaks.get(peak), root);
    }
    return root;
  }
}
