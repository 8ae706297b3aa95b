package io.assay.ledger;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Keeps one {@link Projector} abreast of one published shard. Thread-safe as its projector is. */
public final class Projection {

  private static final int BATCH = 256;

  private final String shard;
  private final LogReader log;
  private final Projector projector;

  public Projection(String shard, LogReader log, Projector projector) {
    this.shard = shard;
    this.log = log;
    this.projector = projector;
  }

  /** How many published entries the projection lacks. */
  public long lag() {
    return log.checkpoint().size() - projector.position(shard);
  }

  /** Feeds what is lacking; returns how many entries that was. */
  public long catchUp() {
    long start = projector.position(shard);
    long end = log.checkpoint().size();
    for (long at = start; at < end; at += BATCH) {
      projector.project(shard, read(at, Math.min(end, at + BATCH)));
    }
    return Math.max(0, end - start);
  }

  /** Throws the projection away and builds it again from the log. */
  public void rebuild() {
    projector.clear(shard);
    catchUp();
  }

  /** The first entry that the projection shows otherwise than the log, if there is any. */
  public OptionalLong findMismatch() {
    long end = projector.position(shard);
    for (long at = 0; at < end; at += BATCH) {
      OptionalLong found = projector.mismatch(shard, read(at, Math.min(end, at + BATCH)));
      if (found.isPresent()) {
        return found;
      }
    }
    return OptionalLong.empty();
  }

  private List<LogReader.Placed> read(long from, long to) {
    try (Stream<LogReader.Placed> entries = log.entries(from, to)) {
      return entries.toList();
    }
  }
}
