package io.assay.ledger.wal;

import io.assay.ledger.LedgerException;
import io.assay.ledger.disk.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a write-ahead log's directory holds after a stop: its segments, how far the records reach,
 * and the last batch, whose force may never have returned.
 *
 * @param segments the segments in order, each reaching to the next one's first record
 * @param end the index after the last record
 * @param tail the records of the last batch, when no seal says that they were forced
 */
record Recovery(List<Segment> segments, long end, List<byte[]> tail) {

  /** A segment on disk and the index after its last record. */
  record Segment(Path path, SegmentHeader header, long end) {}

  static Recovery of(Disk disk, Path directory, String shard) throws IOException {
    List<Segment> found = new ArrayList<>();
    for (String name : disk.list(directory)) {
      if (name.endsWith(".wal")) {
        found.add(identify(disk, directory.resolve(name), shard));
      }
    }
    found.sort(
        Comparator.comparingLong((Segment segment) -> segment.header().epoch())
            .thenComparingLong(segment -> segment.header().first()));
    List<Segment> segments = new ArrayList<>();
    List<byte[]> tail = List.of();
    for (int i = 0; i < found.size(); i++) {
      boolean last = i == found.size() - 1;
      Scan scan = scan(disk, found.get(i), last ? null : found.get(i + 1).header());
      segments.add(new Segment(found.get(i).path(), found.get(i).header(), scan.end));
      tail = scan.tail;
    }
    long end = segments.isEmpty() ? 0 : segments.get(segments.size() - 1).end();
    return new Recovery(segments, end, tail);
  }

  private record Scan(long end, List<byte[]> tail) {}

  private static Scan scan(Disk disk, Segment segment, @Nullable SegmentHeader next)
      throws IOException {
    long bound = next == null ? Long.MAX_VALUE : next.first();
    try (SegmentReader reader =
        new SegmentReader(disk.openToRead(segment.path()), segment.header())) {
      List<byte[]> batch = new ArrayList<>();
      long base = -1;
      while (reader.expected() < bound) {
        Optional<Frame> frame = reader.next();
        if (frame.isEmpty()) {
          break;
        }
        if (frame.get().isSeal()) {
          batch.clear();
          break;
        }
        if (frame.get().base() != base) {
          base = frame.get().base();
          batch.clear();
        }
        batch.add(frame.get().payload());
      }
      long end = reader.expected();
      if (next == null) {
        Optional<Long> witness = reader.witnessOfLoss();
        if (witness.isPresent()) {
          throw corrupt(
              "record %d is damaged in %s, for the record at byte %d was written after it was safe"
                  .formatted(end, segment.path().getFileName(), witness.get()));
        }
        return new Scan(end, List.copyOf(batch));
      }
      if (end != bound) {
        throw corrupt(
            "record %d is missing or damaged in %s; the next segment begins at %d"
                .formatted(end, segment.path().getFileName(), bound));
      }
      return new Scan(end, List.of());
    }
  }

  private static Segment identify(Disk disk, Path path, String shard) throws IOException {
    try (var file = disk.openToRead(path)) {
      int length = (int) Math.min(file.size(), SegmentHeader.BYTES);
      SegmentHeader header =
          SegmentHeader.decode(file.readFully(0, length))
              .orElseThrow(() -> corrupt("the header of segment " + path + " is damaged"));
      if (!header.shard().equals(shard) || !path.endsWith(header.fileName())) {
        throw corrupt("segment " + path + " belongs to shard " + header.shard());
      }
      return new Segment(path, header, header.first());
    }
  }

  private static LedgerException corrupt(String message) {
    return new LedgerException(
        LedgerException.Reason.CORRUPT, message + "; restore the segment from the replica");
  }
}
