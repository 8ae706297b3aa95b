package io.assay.ledger;

import io.assay.ledger.LedgerException.Reason;
import io.assay.ledger.note.Checkpoint;
import io.assay.ledger.note.SignedNote;
import io.assay.ledger.publish.StoredTiles;
import io.assay.ledger.store.LogSource;
import io.assay.ledger.tree.Hash;
import io.assay.ledger.tree.NodeReader;
import io.assay.ledger.tree.Tile;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Reads what a log has published: its checkpoint, its entries and the proofs of them. It believes
 * what it reads; {@link Verifier} does not. Thread-safe.
 */
public final class LogReader {

  /** An entry and its place. */
  public record Placed(long index, Entry entry) {}

  private final LogSource source;
  private final StoredTiles tiles;

  public LogReader(LogSource source) {
    this.source = source;
    this.tiles = new StoredTiles(source);
  }

  /**
   * The published checkpoint with its signatures.
   *
   * @throws LedgerException when nothing has been published
   */
  public SignedNote note() {
    return source
        .read("checkpoint")
        .map(SignedNote::parse)
        .orElseThrow(
            () ->
                new LedgerException(
                    Reason.NOT_PUBLISHED, "no checkpoint has been published; wait for the first"));
  }

  public Checkpoint checkpoint() {
    return Checkpoint.parse(note().text());
  }

  /** The entry at an index of the published log. */
  public Entry entry(long index) {
    return Entry.parse(bytes(index, checkpoint().size()));
  }

  /**
   * The published entries from one index up to, and without, another, read one bundle at a time.
   *
   * @param to an index, beyond the end at will
   */
  public Stream<Placed> entries(long from, long to) {
    long size = checkpoint().size();
    long end = Math.min(to, size);
    if (from >= end) {
      return Stream.empty();
    }
    return LongStream.rangeClosed(from / Tile.FULL, (end - 1) / Tile.FULL)
        .boxed()
        .flatMap(bundle -> bundle(bundle, size))
        .filter(placed -> placed.index() >= from && placed.index() < end);
  }

  /** The receipt of an entry under the published checkpoint. */
  public Receipt receipt(long index) {
    return receipt(index, note());
  }

  /** The receipt of an entry under a checkpoint that was published. */
  public Receipt receipt(long index, SignedNote note) {
    long size = Checkpoint.parse(note.text()).size();
    byte[] entry = bytes(index, size);
    return new Receipt(index, entry, new NodeReader(size, tiles).inclusion(index), note);
  }

  /** The proof that the published tree begins with the tree of a smaller size. */
  public List<Hash> consistency(long fromSize) {
    return new NodeReader(checkpoint().size(), tiles).consistency(fromSize);
  }

  /** The root of the published tree's first entries. */
  public Hash rootAt(long size) {
    return new NodeReader(checkpoint().size(), tiles).rootAt(size);
  }

  private byte[] bytes(long index, long size) {
    if (index < 0 || index >= size) {
      throw new LedgerException(
          Reason.NOT_PUBLISHED,
          "entry %d is not in the published tree of %d entries".formatted(index, size));
    }
    return tiles.entries(Tile.covering(0, index, size)).get((int) (index % Tile.FULL));
  }

  private Stream<Placed> bundle(long bundle, long size) {
    long first = bundle * Tile.FULL;
    List<byte[]> entries = tiles.entries(Tile.covering(0, first, size));
    return LongStream.range(0, entries.size())
        .mapToObj(i -> new Placed(first + i, Entry.parse(entries.get((int) i))));
  }
}
