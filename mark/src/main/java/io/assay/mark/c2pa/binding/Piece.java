package io.assay.mark.c2pa.binding;

import io.assay.mark.container.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A piece of what a hash covers: bytes of the file, or a number put between them. */
sealed interface Piece {
  /** Bytes of the file. */
  record Bytes(Range range) implements Piece {}

  /** A file offset, as 8 bytes, big-endian. */
  record Offset(long value) implements Piece {}

  /** The runs of {@code whole} that {@code excluded} leaves. */
  static List<Piece> without(Range whole, List<Range> excluded) {
    List<Range> ordered = new ArrayList<>(excluded);
    ordered.sort(Comparator.comparingLong(Range::at));
    List<Piece> pieces = new ArrayList<>();
    long at = whole.at();
    for (Range hole : ordered) {
      long from = Math.max(at, Math.min(hole.at(), whole.end()));
      if (from > at) {
        pieces.add(new Bytes(new Range(at, from - at)));
      }
      at = Math.max(at, Math.min(hole.end(), whole.end()));
    }
    if (at < whole.end()) {
      pieces.add(new Bytes(new Range(at, whole.end() - at)));
    }
    return pieces;
  }
}
