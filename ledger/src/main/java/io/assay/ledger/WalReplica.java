package io.assay.ledger;

import io.assay.ledger.LedgerException.Reason;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.wal.Wal;
import io.assay.ledger.wal.WalSettings;
import io.assay.ledger.wal.WalTicket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * A {@link Replica} that keeps write-ahead logs of the same form in a directory of another failure
 * domain, such as a second disk or a mounted peer.
 */
public final class WalReplica implements Replica, AutoCloseable {

  private final Disk disk;
  private final Path directory;
  private final WalSettings settings;
  private final Map<String, Wal> wals = new HashMap<>();

  public WalReplica(Disk disk, Path directory, WalSettings settings) {
    this.disk = disk;
    this.directory = directory;
    this.settings = settings;
  }

  @Override
  public synchronized long size(String shard) {
    return wal(shard).durableEnd();
  }

  @Override
  public synchronized void append(String shard, long first, List<byte[]> records) {
    Wal wal = wal(shard);
    if (wal.durableEnd() != first) {
      throw new IllegalArgumentException(
          "the replica of %s has %d records, not %d".formatted(shard, wal.durableEnd(), first));
    }
    WalTicket last = null;
    for (byte[] record : records) {
      last = wal.append(record);
    }
    try {
      if (last != null) {
        last.durable().get();
      }
    } catch (ExecutionException failed) {
      wals.remove(shard);
      throw unavailable(shard, failed);
    } catch (InterruptedException interrupted) {
      throw Ledger.interrupted(interrupted);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    for (Wal wal : wals.values()) {
      wal.close();
    }
    wals.clear();
  }

  private Wal wal(String shard) {
    Wal open = wals.get(shard);
    if (open == null) {
      try {
        open = Wal.open(disk, directory.resolve(shard + ".wal"), shard, settings);
      } catch (IOException failed) {
        throw unavailable(shard, failed);
      }
      wals.put(shard, open);
    }
    return open;
  }

  private LedgerException unavailable(String shard, Exception cause) {
    return new LedgerException(
        Reason.UNAVAILABLE,
        "the replica of %s in %s failed: %s".formatted(shard, directory, cause.getMessage()),
        cause);
  }
}
