package io.assay.ledger.vault;

import io.assay.ledger.disk.Disk;
import io.assay.ledger.wal.Wal;
import io.assay.ledger.wal.WalArchive;
import io.assay.ledger.wal.WalSettings;
import io.assay.ledger.wal.WalTicket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The small ciphertexts of one class of event and month, being written: records of a write-ahead
 * log that is kept, so that many are forced together. A record is a name of 32 bytes and the
 * ciphertext; each full segment has a {@link NameIndex}. Thread-safe.
 */
final class Volume implements AutoCloseable {

  static final int NAME_BYTES = 32;
  static final String LOG = "vault";

  private final Disk disk;
  private final Path directory;
  private final Wal wal;
  private final AtomicLong indexedBefore = new AtomicLong(-1);
  private final ReentrantLock indexing = new ReentrantLock();
  private boolean closed;

  private Volume(Disk disk, Path directory, Wal wal) {
    this.disk = disk;
    this.directory = directory;
    this.wal = wal;
  }

  /** Opens the volume in a directory, or begins it. */
  static Volume open(Disk disk, Path directory, WalSettings settings) throws IOException {
    WalArchive before = WalArchive.of(disk, directory, LOG);
    int indexed = 0;
    while (indexed + 1 < before.segments() && disk.exists(NameIndex.of(before.path(indexed)))) {
      indexed++;
    }
    long from = before.segments() == 0 ? 0 : before.first(indexed);
    return new Volume(disk, directory, Wal.open(disk, directory, LOG, settings, from));
  }

  /** Appends a ciphertext; the future completes once it is durable. */
  CompletableFuture<Void> append(byte[] name, byte[] sealed) {
    byte[] record = ByteBuffer.allocate(name.length + sealed.length).put(name).put(sealed).array();
    WalTicket ticket = wal.append(record);
    long filling = wal.segmentFirst();
    if (indexedBefore.getAndSet(filling) != filling) {
      Thread.ofVirtual().name("assay-vault-index").start(this::index);
    }
    return ticket.durable();
  }

  @Override
  public void close() throws IOException {
    indexing.lock();
    try {
      closed = true;
    } finally {
      indexing.unlock();
    }
    wal.close();
  }

  /** Makes the indexes that full segments lack; one that cannot be made now is made later. */
  private void index() {
    indexing.lock();
    try {
      if (!closed) {
        WalArchive log = WalArchive.of(disk, directory, LOG);
        for (int segment = 0; segment + 1 < log.segments(); segment++) {
          if (!disk.exists(NameIndex.of(log.path(segment)))) {
            NameIndex.write(disk, log, segment);
          }
        }
      }
    } catch (IOException later) {
      indexedBefore.set(-1);
    } finally {
      indexing.unlock();
    }
  }
}
