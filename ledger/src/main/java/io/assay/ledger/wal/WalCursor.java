package io.assay.ledger.wal;

import io.assay.ledger.LedgerException;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the durable records of a write-ahead log in order. Not thread-safe. */
public final class WalCursor implements Closeable {

  private final Wal wal;
  private final SegmentTable segments;
  private long next;
  private SegmentFiles.@Nullable Found range;
  private @Nullable SegmentReader reader;

  WalCursor(Wal wal, SegmentTable segments, long from) {
    this.wal = wal;
    this.segments = segments;
    this.next = from;
  }

  /** The index of the record that {@link #next} gives. */
  public long position() {
    return next;
  }

  /**
   * The next record, once it is durable.
   *
   * @throws LedgerException when a durable record is damaged or was trimmed
   */
  public Optional<byte[]> next() throws IOException {
    if (next >= wal.durableEnd()) {
      return Optional.empty();
    }
    SegmentReader from = reader;
    if (from == null || range == null || !segments.holds(range, next)) {
      from = turn();
    }
    while (from.expected() < next) {
      read(from);
    }
    byte[] record = read(from);
    next++;
    return Optional.of(record);
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
  }

  private SegmentReader turn() throws IOException {
    close();
    SegmentFiles.Found holding = segments.holding(next).orElseThrow(() -> missing(next));
    SegmentReader opened = segments.read(holding);
    range = holding;
    reader = opened;
    return opened;
  }

  private byte[] read(SegmentReader from) throws IOException {
    Optional<Frame> frame = from.next();
    if (frame.isEmpty() || frame.get().isSeal()) {
      from.refresh();
      frame = from.next();
    }
    return frame
        .filter(found -> !found.isSeal())
        .orElseThrow(() -> missing(from.expected()))
        .payload();
  }

  private static LedgerException missing(long index) {
    return new LedgerException(
        LedgerException.Reason.CORRUPT,
        "record " + index + " cannot be read back; restore its segment from the replica");
  }
}
