package io.assay.ledger;

import java.util.List;
import java.util.OptionalLong;

/**
 * An index over a log, such as a table for searching, that can be thrown away and built again. It
 * keeps its position with its rows, in one transaction, so that feeding it the same entries twice
 * changes nothing.
 */
public interface Projector {

  /** The index of the next entry that the projection of a shard lacks. */
  long position(String shard);

  /** Takes entries in order, from the position on, and moves the position behind them. */
  void project(String shard, List<LogReader.Placed> entries);

  /**
   * The index of the first entry, of those given, that the projection shows otherwise than this.
   */
  OptionalLong mismatch(String shard, List<LogReader.Placed> entries);

  /** Forgets everything of a shard; its position is then 0. */
  void clear(String shard);
}
