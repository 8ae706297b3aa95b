package io.assay.ledger.wal;

import io.assay.ledger.disk.Disk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which segment files hold which records: each holds those up to the first of the next.
 * Thread-safe.
 */
final class SegmentTable {

  private final Disk disk;
  private final List<SegmentFiles.Found> ranges = new ArrayList<>();

  SegmentTable(Disk disk, List<SegmentFiles.Found> recovered) {
    this.disk = disk;
    ranges.addAll(recovered);
  }

  synchronized void add(LiveSegment segment) {
    ranges.add(new SegmentFiles.Found(segment.path(), segment.header()));
  }

  synchronized long first() {
    return ranges.isEmpty() ? 0 : ranges.get(0).header().first();
  }

  /** The index of the first record of the segment that is being filled. */
  synchronized long lastFirst() {
    return ranges.get(ranges.size() - 1).header().first();
  }

  synchronized long latestEpoch() {
    return ranges.stream().mapToLong(range -> range.header().epoch()).max().orElse(0);
  }

  /** The segment in which a record lies, or will. */
  synchronized Optional<SegmentFiles.Found> holding(long index) {
    for (int i = ranges.size() - 1; i >= 0; i--) {
      if (ranges.get(i).header().first() <= index) {
        return Optional.of(ranges.get(i));
      }
    }
    return Optional.empty();
  }

  /** Whether a record lies in a segment; none lies in one that has been trimmed. */
  synchronized boolean holds(SegmentFiles.Found range, long index) {
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

  SegmentReader read(SegmentFiles.Found range) throws IOException {
    return new SegmentReader(disk.openToRead(range.path()), range.header());
  }
}
