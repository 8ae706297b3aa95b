package io.assay.ledger.wal;

import io.assay.ledger.disk.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which segment files hold which records. Thread-safe. */
final class SegmentTable {

  /** A segment file; its records end where those of the next one begin. */
  record Range(Path path, SegmentHeader header) {}

  private final Disk disk;
  private final List<Range> ranges = new ArrayList<>();

  SegmentTable(Disk disk, List<Recovery.Segment> recovered) {
    this.disk = disk;
    recovered.forEach(segment -> ranges.add(new Range(segment.path(), segment.header())));
  }

  synchronized void add(LiveSegment segment) {
    ranges.add(new Range(segment.path(), segment.header()));
  }

  synchronized long first() {
    return ranges.isEmpty() ? 0 : ranges.get(0).header().first();
  }

  synchronized long latestEpoch() {
    return ranges.stream().mapToLong(range -> range.header().epoch()).max().orElse(0);
  }

  /** The segment in which a record lies, or will. */
  synchronized Optional<Range> holding(long index) {
    for (int i = ranges.size() - 1; i >= 0; i--) {
      if (ranges.get(i).header().first() <= index) {
        return Optional.of(ranges.get(i));
      }
    }
    return Optional.empty();
  }

  /** Whether a record lies in a segment; none lies in one that has been trimmed. */
  synchronized boolean holds(Range range, long index) {
    int at = ranges.indexOf(range);
    return at >= 0
        && index >= range.header().first()
        && (at + 1 == ranges.size() || index < ranges.get(at + 1).header().first());
  }

  synchronized void trim(long before) throws IOException {
    while (ranges.size() > 1 && ranges.get(1).header().first() <= before) {
      disk.delete(ranges.get(0).path());
      ranges.remove(0);
    }
  }

  SegmentReader read(Range range) throws IOException {
    return new SegmentReader(disk.openToRead(range.path()), range.header());
  }
}
