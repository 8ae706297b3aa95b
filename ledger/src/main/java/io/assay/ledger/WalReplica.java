package io.assay.ledger;

import io.assay.ledger.LedgerException.Reason;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.wal.Wal;
import io.assay.ledger.wal.WalCursor;
import io.assay.ledger.wal.WalSettings;
import io.assay.ledger.wal.WalTicket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Replica} that keeps write-ahead logs of the same form in a directory of another failure
 * domain, such as a second disk or a mounted peer.
 */
public final class WalReplica implements Replica {

  private static final String SUFFIX = ".wal";

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
  public List<String> shards() {
    try {
      return disk.list(directory).stream()
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .toList();
    } catch (IOException failed) {
      throw unavailable("every shard", failed);
    }
  }

  @Override
  public synchronized Extent extent(String shard) {
    if (!wals.containsKey(shard) && !shards().contains(shard)) {
      return Extent.NONE;
    }
    Wal wal = wal(shard, 0);
    return new Extent(wal.first(), wal.durableEnd());
  }

  @Override
  public synchronized void begin(String shard, long first) {
    try {
      close(wals.remove(shard));
      Path files = directory.resolve(shard + SUFFIX);
      for (String name : disk.list(files)) {
        disk.delete(files.resolve(name));
      }
      wal(shard, first);
    } catch (IOException failed) {
      throw unavailable(shard, failed);
    }
  }

  @Override
  public synchronized void append(String shard, long first, List<byte[]> records) {
    Wal wal = wal(shard, 0);
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
  public synchronized List<byte[]> read(String shard, long from, int most) {
    List<byte[]> records = new ArrayList<>();
    try (WalCursor cursor = wal(shard, 0).cursor(from)) {
      for (Optional<byte[]> record = cursor.next();
          record.isPresent();
          record = records.size() < most ? cursor.next() : Optional.empty()) {
        records.add(record.get());
      }
      return records;
    } catch (IOException failed) {
      throw unavailable(shard, failed);
    }
  }

  @Override
  public synchronized void trim(String shard, long before) {
    try {
      wal(shard, 0).trim(before);
    } catch (IOException failed) {
      throw unavailable(shard, failed);
    }
  }

  @Override
  public synchronized void close() {
    for (Map.Entry<String, Wal> open : wals.entrySet()) {
      try {
        open.getValue().close();
      } catch (IOException failed) {
        throw unavailable(open.getKey(), failed);
      }
    }
    wals.clear();
  }

  private static void close(@Nullable Wal wal) throws IOException {
    if (wal != null) {
      wal.close();
    }
  }

  private Wal wal(String shard, long from) {
    Wal open = wals.get(shard);
    if (open == null) {
      try {
        open = Wal.open(disk, directory.resolve(shard + SUFFIX), shard, settings, from);
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
