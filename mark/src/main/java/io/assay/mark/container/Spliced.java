package io.assay.mark.container;

import io.assay.mark.MarkException;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A file with edits applied, as a source of its own: nothing is copied until it is read, so a large
 * file costs constant memory. Edits may be given in any order; several insertions at one offset
 * keep the order in which they were given. Edits that overlap, as those of a file whose structures
 * do, are a {@link MarkException}.
 */
public final class Spliced implements Source {
  private static final byte[] NOTHING = {};

  private final Source original;
  private final List<Splice> ordered;
  private final long[] starts;
  private final long[] startsAsGiven;
  private final long length;
  private Run current = new Run(0, 0, NOTHING, 0);

  public Spliced(Source original, List<Splice> splices) {
    this.original = original;
    List<Integer> order = new ArrayList<>(IntStream.range(0, splices.size()).boxed().toList());
    order.sort(
        Comparator.<Integer>comparingLong(i -> splices.get(i).offset())
            .thenComparingLong(i -> splices.get(i).end()));
    this.ordered = order.stream().map(splices::get).toList();
    this.starts = new long[ordered.size()];
    this.startsAsGiven = new long[ordered.size()];
    long shift = 0;
    long behind = 0;
    for (int i = 0; i < starts.length; i++) {
      Splice splice = ordered.get(i);
      if (splice.offset() < behind || splice.end() > original.length()) {
        throw MarkException.malformed(
            "parts of the file that must change overlap or pass its end", splice.offset());
      }
      starts[i] = splice.offset() + shift;
      startsAsGiven[order.get(i)] = starts[i];
      shift += splice.insert().length - splice.remove();
      behind = splice.end();
    }
    this.length = original.length() + shift;
  }

  @Override
  public long length() {
    return length;
  }

  /** Where the inserted block of the given splice (by its place in the list given) starts. */
  public long start(int index) {
    return startsAsGiven[index];
  }

  /**
   * Where a byte of the original stands now. Insertions made exactly there stand before it. The
   * first byte of a run that was replaced maps to the start of the replacement, every other byte of
   * the run to its end.
   */
  public long position(long originalOffset) {
    long shift = 0;
    for (Splice splice : ordered) {
      boolean startsReplacement = splice.offset() == originalOffset && splice.remove() > 0;
      if (splice.offset() > originalOffset || startsReplacement) {
        break;
      }
      if (splice.end() > originalOffset) {
        return splice.offset() + shift + splice.insert().length;
      }
      shift += splice.insert().length - splice.remove();
    }
    return originalOffset + shift;
  }

  @Override
  public void read(long at, byte[] into, int offset, int count) {
    requireRange(at, count);
    for (int done = 0; done < count; ) {
      Run run = runAt(at + done);
      int copied = (int) Math.min(run.end - at - done, count - done);
      if (run.inserted.length > 0) {
        System.arraycopy(run.inserted, (int) run.inside(at + done), into, offset + done, copied);
      } else {
        original.read(run.inside(at + done), into, offset + done, copied);
      }
      done += copied;
    }
  }

  @Override
  public void copyTo(WritableByteChannel out, long at, long count) throws IOException {
    requireRange(at, count);
    for (long done = 0; done < count; ) {
      Run run = runAt(at + done);
      long copied = Math.min(run.end - at - done, count - done);
      if (run.inserted.length == 0 && copied >= PIECE) {
        original.copyTo(out, run.inside(at + done), copied);
      } else {
        copied = Math.min(PIECE, count - done);
        Source.super.copyTo(out, at + done, copied);
      }
      done += copied;
    }
  }

  /**
   * Bytes that lie together here, and in one insertion or else in the original.
   *
   * @param from where they start there
   */
  private record Run(long at, long end, byte[] inserted, long from) {
    boolean holds(long offset) {
      return at <= offset && offset < end;
    }

    long inside(long offset) {
      return from + offset - at;
    }
  }

  /** The run with the byte at {@code at}; the last one is remembered, for reading in order. */
  private Run runAt(long at) {
    if (!current.holds(at)) {
      current = findRun(at);
    }
    return current;
  }

  private Run findRun(long at) {
    for (int i = lastStartingAtOrBefore(at); ; i++) {
      long from = 0;
      long start = 0;
      if (i >= 0) {
        Splice splice = ordered.get(i);
        start = starts[i] + splice.insert().length;
        if (at < start) {
          return new Run(starts[i], start, splice.insert(), 0);
        }
        from = splice.end();
      }
      long end = i + 1 < starts.length ? starts[i + 1] : length;
      if (at < end) {
        return new Run(start, end, NOTHING, from);
      }
    }
  }

  private int lastStartingAtOrBefore(long at) {
    int low = -1;
    int high = starts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts[middle] <= at) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    while (low > 0 && starts[low - 1] == starts[low] && starts[low] == at) {
      low--;
    }
    return low;
  }
}
