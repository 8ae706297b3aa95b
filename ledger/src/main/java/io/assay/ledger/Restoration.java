package io.assay.ledger;

import io.assay.ledger.LedgerException.Reason;
import io.assay.ledger.wal.Wal;
import io.assay.ledger.wal.WalCursor;
import io.assay.ledger.wal.WalTicket;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Brings back from a replica the records that a shard's write-ahead log has lost. */
final class Restoration {

  private static final int AT_ONCE = 1024;

  private final Replica replica;
  private final String shard;
  private final Replica.Extent extent;

  /** Asks the replica what it has of a shard. */
  Restoration(Replica replica, String shard) {
    this.replica = replica;
    this.shard = shard;
    this.extent = replica.extent(shard);
  }

  /** Where a write-ahead log that has lost everything begins again. */
  long first() {
    return extent.first();
  }

  /**
   * Appends to the log what the replica has beyond its end.
   *
   * @return whether the two agree: the last record that both should have is the same in both
   */
  boolean into(Wal wal) throws IOException {
    if (!agrees(wal)) {
      return false;
    }
    @Nullable WalTicket last = null;
    for (long at = wal.durableEnd(); at < extent.end(); ) {
      List<byte[]> records = replica.read(shard, at, AT_ONCE);
      if (records.isEmpty()) {
        throw new LedgerException(
            Reason.UNAVAILABLE, "the replica of %s lacks record %d".formatted(shard, at));
      }
      for (byte[] record : records) {
        last = wal.append(record);
      }
      at += records.size();
    }
    await(last);
    return true;
  }

  private boolean agrees(Wal wal) throws IOException {
    long common = Math.min(wal.durableEnd(), extent.end()) - 1;
    if (common < wal.first() || common < extent.first()) {
      return extent.end() <= wal.first() || wal.durableEnd() >= extent.first();
    }
    try (WalCursor cursor = wal.cursor(common)) {
      Optional<byte[]> ours = cursor.next();
      List<byte[]> theirs = replica.read(shard, common, 1);
      return ours.isPresent() && !theirs.isEmpty() && Arrays.equals(ours.get(), theirs.get(0));
    }
  }

  private static void await(@Nullable WalTicket last) {
    try {
      if (last != null) {
        last.durable().get();
      }
    } catch (ExecutionException failed) {
      throw new LedgerException(Reason.POISONED, "restoring failed: " + failed.getCause(), failed);
    } catch (InterruptedException interrupted) {
      throw Ledger.interrupted(interrupted);
    }
  }
}
