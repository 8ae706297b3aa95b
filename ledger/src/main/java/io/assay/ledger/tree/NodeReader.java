package io.assay.ledger.tree;

import java.util.ArrayList;
import java.util.List;

/** Makes roots and proofs of a tree of one size out of its tiles. */
public final class NodeReader {

  /** Gives the hashes in a tile, or fails. */
  @FunctionalInterface
  public interface Tiles {
    List<Hash> read(Tile tile);
  }

  private final long size;
  private final Tiles tiles;

  public NodeReader(long size, Tiles tiles) {
    this.size = size;
    this.tiles = tiles;
  }

  /** The root of the tree's first entries, as many as given. */
  public Hash rootAt(long count) {
    checkSize(count);
    return count == 0 ? Merkle.EMPTY_ROOT : range(0, count);
  }

  /** The inclusion proof of a leaf, from its sibling up (RFC 6962 §2.1.1). */
  public List<Hash> inclusion(long index) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
    }
    List<Hash> proof = new ArrayList<>();
    path(index, 0, size, proof);
    return proof;
  }

  /** The consistency proof from the tree's first entries to the whole (RFC 6962 §2.1.2). */
  public List<Hash> consistency(long firstSize) {
    checkSize(firstSize);
    List<Hash> proof = new ArrayList<>();
    if (firstSize > 0 && firstSize < size) {
      subproof(firstSize, 0, size, true, proof);
    }
    return proof;
  }

  private void path(long index, long from, long to, List<Hash> proof) {
    if (to - from == 1) {
      return;
    }
    long split = from + Merkle.largestPowerOfTwoBelow(to - from);
    if (index < split) {
      path(index, from, split, proof);
      proof.add(range(split, to));
    } else {
      path(index, split, to, proof);
      proof.add(range(from, split));
    }
  }

  private void subproof(long first, long from, long to, boolean known, List<Hash> proof) {
    if (first == to) {
      if (!known) {
        proof.add(range(from, to));
      }
      return;
    }
    long split = from + Merkle.largestPowerOfTwoBelow(to - from);
    if (first <= split) {
      subproof(first, from, split, known, proof);
      proof.add(range(split, to));
    } else {
      subproof(first, split, to, false, proof);
      proof.add(range(from, split));
    }
  }

  private Hash range(long from, long to) {
    long count = to - from;
    if (Long.bitCount(count) == 1 && from % count == 0) {
      return subtree(Long.numberOfTrailingZeros(count), from / count);
    }
    long split = from + Merkle.largestPowerOfTwoBelow(count);
    return Merkle.node(range(from, split), range(split, to));
  }

  private Hash subtree(int height, long index) {
    int level = height / 8;
    int span = 1 << (height % 8);
    long first = index * span;
    List<Hash> hashes = tiles.read(Tile.covering(level, first, size));
    int offset = (int) (first % Tile.FULL);
    return Merkle.root(hashes.subList(offset, offset + span));
  }

  private void checkSize(long count) {
    if (count < 0 || count > size) {
      throw new IllegalArgumentException("no first " + count + " entries in a tree of " + size);
    }
  }
}
