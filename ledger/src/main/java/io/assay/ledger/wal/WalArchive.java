package io.assay.ledger.wal;

import io.assay.ledger.LedgerException;
import io.assay.ledger.disk.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads the segments of a write-ahead log without opening it for writing, as another process may
 * have. Shows what is written, durable or not. Thread-safe.
 */
public final class WalArchive {

  private final Disk disk;
  private final List<SegmentFiles.Found> segments;

  private WalArchive(Disk disk, List<SegmentFiles.Found> segments) {
    this.disk = disk;
    this.segments = segments;
  }

  /** What to do with a record: it stands at a byte of its segment's file. */
  @FunctionalInterface
  public interface Reader {
    void read(long position, byte[] record);
  }

  /** The segments of the log in a directory as they are now. */
  public static WalArchive of(Disk disk, Path directory, String shard) throws IOException {
    return new WalArchive(disk, SegmentFiles.in(disk, directory, shard));
  }

  /** How many segments there are; the last may be being filled. */
  public int segments() {
    return segments.size();
  }

  /** A segment's file. */
  public Path path(int segment) {
    return segments.get(segment).path();
  }

  /** The index of a segment's first record. */
  public long first(int segment) {
    return segments.get(segment).header().first();
  }

  /**
   * Reads all records of a segment in order.
   *
   * @throws LedgerException when a segment that is full lacks one
   */
  public void read(int segment, Reader reader) throws IOException {
    try (SegmentReader from = open(segment)) {
      long at = from.position();
      for (Optional<Frame> frame = from.next();
          frame.isPresent() && !frame.get().isSeal();
          frame = from.next()) {
        reader.read(at, frame.get().payload());
        at = from.position();
      }
      if (segment + 1 < segments.size() && from.expected() < first(segment + 1)) {
        throw SegmentFiles.corrupt(
            "record %d is damaged in %s".formatted(from.expected(), path(segment)));
      }
    }
  }

  /** The record at a byte of a segment, when a good one stands there. */
  public Optional<byte[]> at(int segment, long position) throws IOException {
    try (SegmentReader from = open(segment)) {
      return from.at(position).map(Frame::payload);
    }
  }

  private SegmentReader open(int segment) throws IOException {
    SegmentFiles.Found found = segments.get(segment);
    return new SegmentReader(disk.openToRead(found.path()), found.header());
  }
}
