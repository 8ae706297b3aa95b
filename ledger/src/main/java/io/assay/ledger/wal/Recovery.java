package io.assay.ledger.wal;

import static io.assay.ledger.wal.SegmentFiles.corrupt;

import io.assay.ledger.LedgerException;
import io.assay.ledger.disk.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a write-ahead log's directory holds after a stop: its segments, how far the records reach,
 * and the last batch, whose force may never have returned.
 *
 * @param segments the segments in order, each reaching to the next one's first record
 * @param end the index after the last record
 * @param bytes where the last segment's records end
 * @param tail the records of the last batch, when no seal says that they were forced
 */
record Recovery(List<SegmentFiles.Found> segments, long end, long bytes, List<byte[]> tail) {

  /**
   * Reads a directory.
   *
   * @param from the records before this index were found good earlier and are not read again; an
   *     empty log begins with it
   * @throws LedgerException when a record is missing or damaged that had been durable
   */
  static Recovery of(Disk disk, Path directory, String shard, long from) throws IOException {
    List<SegmentFiles.Found> segments = SegmentFiles.in(disk, directory, shard);
    for (int i = 0; i + 1 < segments.size(); i++) {
      long bound = segments.get(i + 1).header().first();
      if (bound > from) {
        requireWhole(disk, segments.get(i), bound);
      }
    }
    return segments.isEmpty()
        ? new Recovery(segments, from, 0, List.of())
        : last(disk, segments, segments.get(segments.size() - 1));
  }

  private static void requireWhole(Disk disk, SegmentFiles.Found segment, long bound)
      throws IOException {
    try (SegmentReader reader =
        new SegmentReader(disk.openToRead(segment.path()), segment.header())) {
      boolean whole = true;
      while (whole && reader.expected() < bound) {
        whole = reader.next().filter(frame -> !frame.isSeal()).isPresent();
      }
      if (reader.expected() != bound) {
        throw corrupt(
            "record %d is missing or damaged in %s; the next segment begins at %d"
                .formatted(reader.expected(), segment.path().getFileName(), bound));
      }
    }
  }

  private static Recovery last(
      Disk disk, List<SegmentFiles.Found> segments, SegmentFiles.Found segment) throws IOException {
    try (SegmentReader reader =
        new SegmentReader(disk.openToRead(segment.path()), segment.header())) {
      List<byte[]> tail = lastBatch(reader);
      long end = reader.expected();
      long bytes = reader.position();
      Optional<Long> witness = reader.witnessOfLoss();
      if (witness.isPresent()) {
        throw corrupt(
            "record %d is damaged in %s, for the record at byte %d was written after it was safe"
                .formatted(end, segment.path().getFileName(), witness.get()));
      }
      return new Recovery(segments, end, bytes, tail);
    }
  }

  private static List<byte[]> lastBatch(SegmentReader reader) throws IOException {
    List<byte[]> batch = new ArrayList<>();
    long base = -1;
    for (Optional<Frame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
      if (frame.get().isSeal()) {
        return List.of();
      }
      if (frame.get().base() != base) {
        base = frame.get().base();
        batch.clear();
      }
      batch.add(frame.get().payload());
    }
    return List.copyOf(batch);
  }
}
