package io.assay.ledger;

import java.util.List;

/**
 * A second failure domain that keeps a copy of a shard's records: another disk, another machine, a
 * database. Called by one thread at a time.
 */
public interface Replica extends AutoCloseable {

  /**
   * Which of a shard's records are durable there.
   *
   * @param first the index of the first of them
   * @param end the index after the last of them
   */
  record Extent(long first, long end) {

    public static final Extent NONE = new Extent(0, 0);

    public Extent {
      if (first < 0 || end < first) {
        throw new IllegalArgumentException("records from " + first + " up to " + end);
      }
    }
  }

  /** The names of all shards of which there is anything. */
  List<String> shards();

  /**
   * What is there of a shard.
   *
   * @throws LedgerException when the replica cannot be reached
   */
  Extent extent(String shard);

  /** Forgets a shard's records; the next to be kept has the index given. */
  void begin(String shard, long first);

  /**
   * Keeps records behind those that are there; they are durable when this returns.
   *
   * @param first the index of the first of them, equal to the extent's end
   * @throws LedgerException when the replica cannot be reached; it is tried again
   * @throws IllegalArgumentException when records are missing in between
   */
  void append(String shard, long first, List<byte[]> records);

  /** At most so many records from an index on, within the extent. */
  List<byte[]> read(String shard, long from, int most);

  /** Drops records before an index, or some of them. */
  void trim(String shard, long before);

  /** Lets go of what it holds; nothing that was kept is lost. */
  @Override
  void close();
}
