package io.assay.ledger.vault;

import io.assay.ledger.LedgerException;
import io.assay.ledger.LedgerException.Reason;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.wal.WalSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The volumes of a vault, each a directory named after its class of event and month. One is opened
 * for writing when its first ciphertext comes. Thread-safe.
 */
final class Volumes implements AutoCloseable {

  private final Disk disk;
  private final Path root;
  private final WalSettings settings;
  private final VolumeReader reader;
  private final Map<String, Volume> open = new HashMap<>();

  Volumes(Disk disk, Path root, WalSettings settings) {
    this.disk = disk;
    this.root = root;
    this.settings = settings;
    this.reader = new VolumeReader(disk);
  }

  /** Appends a ciphertext to a volume; the future completes once it is durable. */
  CompletableFuture<Void> append(String volume, byte[] name, byte[] sealed) {
    return volume(volume).append(name, sealed);
  }

  Optional<byte[]> find(String volume, byte[] name) {
    try {
      return reader.find(root.resolve(volume), name);
    } catch (IOException failed) {
      throw unavailable(volume, failed);
    }
  }

  /** The names of all volumes. */
  List<String> names() {
    try {
      return disk.list(root);
    } catch (IOException failed) {
      throw unavailable("", failed);
    }
  }

  /** Deletes a volume with all that is in it. */
  synchronized void delete(String volume) {
    Path directory = root.resolve(volume);
    try {
      Volume writing = open.remove(volume);
      if (writing != null) {
        writing.close();
      }
      for (String file : disk.list(directory)) {
        disk.delete(directory.resolve(file));
      }
      disk.delete(directory);
      disk.forceDirectory(root);
    } catch (IOException failed) {
      throw unavailable(volume, failed);
    }
  }

  @Override
  public synchronized void close() {
    try {
      for (Volume volume : open.values()) {
        volume.close();
      }
      open.clear();
    } catch (IOException failed) {
      throw unavailable("", failed);
    }
  }

  private synchronized Volume volume(String name) {
    Volume volume = open.get(name);
    if (volume == null) {
      try {
        closeBefore(DataKey.monthOf(name).minusMonths(1));
        volume = Volume.open(disk, root.resolve(name), settings);
      } catch (IOException failed) {
        throw unavailable(name, failed);
      }
      open.put(name, volume);
    }
    return volume;
  }

  private void closeBefore(YearMonth month) throws IOException {
    for (Iterator<Map.Entry<String, Volume>> all = open.entrySet().iterator(); all.hasNext(); ) {
      Map.Entry<String, Volume> each = all.next();
      if (DataKey.monthOf(each.getKey()).isBefore(month)) {
        each.getValue().close();
        all.remove();
      }
    }
  }

  private LedgerException unavailable(String volume, IOException cause) {
    return new LedgerException(
        Reason.UNAVAILABLE,
        "the vault in %s cannot be used: %s".formatted(root.resolve(volume), cause.getMessage()),
        cause);
  }
}
