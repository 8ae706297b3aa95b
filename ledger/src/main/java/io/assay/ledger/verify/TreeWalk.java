package io.assay.ledger.verify;

import io.assay.ledger.Entry;
import io.assay.ledger.note.Checkpoint;
import io.assay.ledger.store.LogSource;
import io.assay.ledger.tree.Hash;
import io.assay.ledger.tree.Merkle;
import io.assay.ledger.tree.Tile;
import io.assay.ledger.tree.TreeEdge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One pass over all bundles and tiles of a tree. Not thread-safe. */
final class TreeWalk {

  private final LogSource source;
  private final Checkpoint checkpoint;
  private final TreeEdge edge = TreeEdge.load(0, tile -> List.of());
  private final List<Tile> filled = new ArrayList<>();
  private final List<List<Hash>> filledHashes = new ArrayList<>();
  private final long minIndex;
  private long entries;

  TreeWalk(LogSource source, Checkpoint checkpoint, long minIndex) {
    this.source = source;
    this.checkpoint = checkpoint;
    this.minIndex = minIndex;
  }

  long run() throws Finding {
    long size = checkpoint.size();
    for (long first = 0; first < size; first += Tile.FULL) {
      Tile leaves = Tile.covering(0, first, size);
      if (leaves.isFull() && first + Tile.FULL <= minIndex && isPruned(leaves)) {
        edge.appendTile(storedHash(Tile.covering(1, leaves.index(), size), leaves), this::note);
      } else {
        checkEntries(leaves);
      }
      checkFilled();
    }
    edge.partial(this::note);
    checkFilled();
    if (!edge.root().equals(checkpoint.root())) {
      throw new Finding("checkpoint", "its root is not that of the entries");
    }
    return entries;
  }

  private void note(Tile tile, List<Hash> hashes) {
    filled.add(tile);
    filledHashes.add(hashes);
  }

  private void checkFilled() throws Finding {
    for (int i = 0; i < filled.size(); i++) {
      if (filled.get(i).level() > 0) {
        checkTile(filled.get(i), filledHashes.get(i));
      }
    }
    filled.clear();
    filledHashes.clear();
  }

  private void checkTile(Tile tile, List<Hash> hashes) throws Finding {
    byte[] stored = read(tile);
    for (int i = 0; i < tile.width(); i++) {
      if (!Hash.at(stored, i * Hash.BYTES).equals(hashes.get(i))) {
        throw new Finding(tile.path(), "its hash " + i + " is not that of the tiles below");
      }
    }
  }

  private void checkEntries(Tile leaves) throws Finding {
    byte[] hashes = read(leaves);
    byte[] bundle = read(new Tile(Tile.ENTRIES, leaves.index(), leaves.width()));
    String path = new Tile(Tile.ENTRIES, leaves.index(), leaves.width()).path();
    int at = 0;
    for (int i = 0; i < leaves.width(); i++) {
      OptionalLong index = OptionalLong.of(leaves.index() * Tile.FULL + i);
      if (at + 2 > bundle.length) {
        throw new Finding(path, index, "is missing");
      }
      int length = ((bundle[at] & 0xff) << 8) | (bundle[at + 1] & 0xff);
      if (at + 2 + length > bundle.length) {
        throw new Finding(path, index, "is cut off or its length was changed");
      }
      byte[] entry = Arrays.copyOfRange(bundle, at + 2, at + 2 + length);
      Hash leaf = Merkle.leaf(entry);
      if (!leaf.equals(Hash.at(hashes, i * Hash.BYTES))) {
        throw new Finding(path, index, "the entry and its hash in " + leaves.path() + " differ");
      }
      checkForm(path, index, entry);
      edge.append(leaf, this::note);
      entries++;
      at += 2 + length;
    }
    if (at != bundle.length && (leaves.isFull() || source.read(path).isPresent())) {
      throw new Finding(path, "has " + (bundle.length - at) + " bytes too many");
    }
  }

  private void checkForm(String path, OptionalLong index, byte[] entry) throws Finding {
    try {
      Entry.parse(entry);
    } catch (IllegalArgumentException malformed) {
      throw new Finding(path, index, "is no entry: " + malformed.getMessage());
    }
  }

  private boolean isPruned(Tile leaves) {
    return source.read(leaves.path()).isEmpty()
        || source.read(new Tile(Tile.ENTRIES, leaves.index(), Tile.FULL).path()).isEmpty();
  }

  private Hash storedHash(Tile above, Tile below) throws Finding {
    return Hash.at(read(above), (int) (below.index() % Tile.FULL) * Hash.BYTES);
  }

  /** A tile or bundle; of a tile exactly the hashes that it has in this tree. */
  private byte[] read(Tile tile) throws Finding {
    Optional<byte[]> exact = source.read(tile.path());
    byte[] bytes =
        exact
            .or(() -> source.read(tile.whole().path()))
            .orElseThrow(() -> new Finding(tile.path(), firstEntry(tile), "is missing"));
    int needed = tile.width() * Hash.BYTES;
    boolean isBundle = tile.level() == Tile.ENTRIES;
    if (!isBundle && (bytes.length < needed || (exact.isPresent() && bytes.length != needed))) {
      throw new Finding(
          tile.path(), firstEntry(tile), "has %d bytes, not %d".formatted(bytes.length, needed));
    }
    return bytes;
  }

  private OptionalLong firstEntry(Tile tile) {
    return tile.level() > 0 ? OptionalLong.empty() : OptionalLong.of(tile.index() * Tile.FULL);
  }
}
