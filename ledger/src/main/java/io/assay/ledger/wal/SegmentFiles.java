package io.assay.ledger.wal;

import io.assay.ledger.LedgerException;
import io.assay.ledger.disk.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the segment files of a write-ahead log. */
final class SegmentFiles {

  static final String SUFFIX = ".wal";

  /** A segment file and the header that it begins with. */
  record Found(Path path, SegmentHeader header) {}

  private SegmentFiles() {}

  /**
   * All segments in a directory, the oldest first.
   *
   * @throws LedgerException when a header is damaged or of another shard
   */
  static List<Found> in(Disk disk, Path directory, String shard) throws IOException {
    List<Found> found = new ArrayList<>();
    for (String name : disk.list(directory)) {
      if (name.endsWith(SUFFIX)) {
        found.add(identify(disk, directory.resolve(name), shard));
      }
    }
    found.sort(
        Comparator.comparingLong((Found segment) -> segment.header().epoch())
            .thenComparingLong(segment -> segment.header().first()));
    return found;
  }

  private static Found identify(Disk disk, Path path, String shard) throws IOException {
    try (var file = disk.openToRead(path)) {
      int length = (int) Math.min(file.size(), SegmentHeader.BYTES);
      SegmentHeader header =
          SegmentHeader.decode(file.readFully(0, length))
              .orElseThrow(() -> corrupt("the header of segment " + path + " is damaged"));
      if (!header.shard().equals(shard) || !path.endsWith(header.fileName())) {
        throw corrupt("segment " + path + " belongs to shard " + header.shard());
      }
      return new Found(path, header);
    }
  }

  static LedgerException corrupt(String message) {
    return new LedgerException(
        LedgerException.Reason.CORRUPT, message + "; restore the segment from the replica");
  }
}
