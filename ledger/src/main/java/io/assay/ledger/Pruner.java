package io.assay.ledger;

import io.assay.ledger.LedgerException.Reason;
import io.assay.ledger.note.Checkpoint;
import io.assay.ledger.store.LogSource;
import io.assay.ledger.store.LogStore;
import io.assay.ledger.tree.Tile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Deletes the oldest entries of a log once none of them must be kept any longer. The tree, its root
 * and all receipts stay valid; the log says in an entry of its own what it pruned and why.
 */
public final class Pruner {

  static final String MIN_INDEX = "min-index";

  private final Ledger ledger;
  private final LogStore store;

  Pruner(Ledger ledger, LogStore store) {
    this.ledger = ledger;
    this.store = store;
  }

  /**
   * Prunes whole bundles from the beginning of the log, up to the first one that holds an entry
   * which must be kept, and never beyond a limit.
   *
   * @param mayGo whether an entry's retention is over and no order holds it
   * @param reason the written policy or order that allows it
   * @return the log's minimum index afterwards
   */
  public long prune(long limit, Predicate<Entry> mayGo, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a log is pruned by a written policy; name it");
    }
    LogReader reader = ledger.reader();
    long before = minIndex(store);
    long end = before;
    long last = Math.min(limit, reader.checkpoint().size());
    while (end + Tile.FULL <= last
        && reader.entries(end, end + Tile.FULL).allMatch(placed -> mayGo.test(placed.entry()))) {
      end += Tile.FULL;
    }
    if (end > before) {
      Map<String, Object> body = Map.of("from", before, "to", end, "reason", reason);
      ledger.append(Entry.of("ledger.pruned", ledger.now(), body)).await(Acknowledgement.DURABLE);
      ledger.publish();
      store.write(Map.of(MIN_INDEX, (end + "\n").getBytes(StandardCharsets.UTF_8)));
      store.delete(paths(before, end));
    }
    return end;
  }

  /** The index below which a log has been pruned. */
  public static long minIndex(LogSource source) {
    return source
        .read(MIN_INDEX)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
        .map(Pruner::parse)
        .orElse(0L);
  }

  private static long parse(String text) {
    try {
      return Checkpoint.parseSize(text);
    } catch (IllegalArgumentException malformed) {
      throw new LedgerException(Reason.CORRUPT, MIN_INDEX + " is not a number", malformed);
    }
  }

  private static List<String> paths(long from, long to) {
    List<String> paths = new ArrayList<>();
    for (long tile = from / Tile.FULL; tile < to / Tile.FULL; tile++) {
      paths.add(new Tile(0, tile, Tile.FULL).path());
      paths.add(new Tile(Tile.ENTRIES, tile, Tile.FULL).path());
    }
    return paths;
  }
}
