package io.assay.ledger.wal;

import io.assay.ledger.LedgerException;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.disk.DiskFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * The epoch of a shard's writer, one higher each time it is opened. A writer that finds a later one
 * than its own has lost the shard, even where the file system's locks did not hold.
 */
final class Fence implements Closeable {

  private static final int BYTES = 2 * Long.BYTES;

  private final DiskFile file;
  private final long epoch;

  private Fence(DiskFile file, long epoch) {
    this.file = file;
    this.epoch = epoch;
  }

  /** Takes the shard over from every earlier writer, whose epochs were at least the one given. */
  static Fence raise(Disk disk, Path directory, long atLeast) throws IOException {
    DiskFile file = disk.open(directory.resolve("epoch"));
    long epoch = Math.max(read(file), atLeast) + 1;
    file.write(0, ByteBuffer.allocate(BYTES).putLong(epoch).putLong(~epoch).flip());
    file.force();
    disk.forceDirectory(directory);
    return new Fence(file, epoch);
  }

  long epoch() {
    return epoch;
  }

  /** Fails when a later writer has taken the shard. */
  void check() throws IOException {
    long now = read(file);
    if (now != epoch) {
      throw new LedgerException(
          LedgerException.Reason.SECOND_WRITER,
          "a writer of epoch %d has taken this shard from epoch %d; stop this process"
              .formatted(now, epoch));
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static long read(DiskFile file) throws IOException {
    if (file.size() < BYTES) {
      return 0;
    }
    ByteBuffer bytes = ByteBuffer.wrap(file.readFully(0, BYTES));
    long epoch = bytes.getLong();
    return bytes.getLong() == ~epoch ? epoch : 0;
  }
}
