package io.assay.ledger.publish;

import io.assay.ledger.LedgerException;
import io.assay.ledger.store.LogSource;
import io.assay.ledger.tree.Hash;
import io.assay.ledger.tree.NodeReader;
import io.assay.ledger.tree.Tile;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads tiles and bundles of a stored log. A partial tile that is gone is looked for in the full
 * one that took its place. Thread-safe.
 */
public final class StoredTiles implements NodeReader.Tiles {

  private static final int CACHED = 64;

  private final LogSource source;
  private final Map<Tile, List<Hash>> cache =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Tile, List<Hash>> eldest) {
          return size() > CACHED;
        }
      };

  public StoredTiles(LogSource source) {
    this.source = source;
  }

  /** The hashes in a tile. */
  @Override
  public List<Hash> read(Tile tile) {
    synchronized (cache) {
      List<Hash> known = cache.get(tile);
      if (known != null) {
        return known;
      }
    }
    byte[] bytes = content(tile);
    if (bytes.length < tile.width() * Hash.BYTES || bytes.length % Hash.BYTES != 0) {
      throw corrupt(tile.path() + " has " + bytes.length + " bytes");
    }
    List<Hash> hashes = new ArrayList<>(tile.width());
    for (int i = 0; i < tile.width(); i++) {
      hashes.add(Hash.at(bytes, i * Hash.BYTES));
    }
    synchronized (cache) {
      cache.put(tile, hashes);
    }
    return hashes;
  }

  /** The entries in the bundle beside a tile of level 0. */
  public List<byte[]> entries(Tile tile) {
    Tile bundle = new Tile(Tile.ENTRIES, tile.index(), tile.width());
    try {
      List<byte[]> entries = Bundle.decode(content(bundle));
      if (entries.size() < tile.width()) {
        throw corrupt(bundle.path() + " has " + entries.size() + " entries");
      }
      return entries.subList(0, tile.width());
    } catch (IllegalArgumentException malformed) {
      throw corrupt(bundle.path() + ": " + malformed.getMessage());
    }
  }

  static byte[] encode(List<Hash> hashes) {
    ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * Hash.BYTES);
    hashes.forEach(hash -> hash.putInto(bytes));
    return bytes.array();
  }

  private byte[] content(Tile tile) {
    return source
        .read(tile.path())
        .or(() -> source.read(tile.whole().path()))
        .orElseThrow(() -> corrupt(tile.path() + " is missing"));
  }

  private static LedgerException corrupt(String what) {
    return new LedgerException(
        LedgerException.Reason.CORRUPT, what + "; restore it from a copy of the log");
  }
}
