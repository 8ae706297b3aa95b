package io.assay.mark.container;

import io.assay.mark.MarkException;
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
  private final Source original;
  private final List<Splice> ordered;
  private final long[] starts;
  private final long[] startsAsGiven;
  private final long length;

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
    long from = at;
    int done = 0;
    int i = lastStartingAtOrBefore(at);
    while (done < count) {
      int copied = copyAt(from, i, into, offset + done, count - done);
      if (copied == 0) {
        i++;
      }
      done += copied;
      from += copied;
    }
  }

  /** Copies what splice {@code i} and the original behind it, up to the next splice, hold. */
  private int copyAt(long from, int i, byte[] into, int offset, int count) {
    long originalFrom = from;
    if (i >= 0) {
      Splice splice = ordered.get(i);
      long inside = from - starts[i];
      if (inside < splice.insert().length) {
        int copied = (int) Math.min(count, splice.insert().length - inside);
        System.arraycopy(splice.insert(), (int) inside, into, offset, copied);
        return copied;
      }
      originalFrom = splice.end() + inside - splice.insert().length;
    }
    long originalEnd = i + 1 < starts.length ? ordered.get(i + 1).offset() : original.length();
    int copied = (int) Math.min(count, originalEnd - originalFrom);
    if (copied > 0) {
      original.read(originalFrom, into, offset, copied);
    }
    return copied;
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
