package io.assay.review.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An index of 256-bit hashes that finds every hash within a distance of a query, and only those.
 *
 * <p>Hashes are numbered from 0 in the order in which they are added. Any number of threads may
 * search while another adds; a search sees every hash whose addition ended before it began. An
 * addition now and then sorts earlier ones anew, which takes time but holds up no search. The index
 * takes about 100 bytes a hash.
 *
 * <p>Source: Norouzi, Punjani and Fleet, Fast Exact Search in Hamming Space with Multi-Index
 * Hashing, 2014.
 */
public final class HammingIndex {

  /** The largest distance for which a search is exact. */
  public static final int LONGEST_RADIUS = 31;

  private static final int TAIL = 1 << 15;
  private static final int MERGED = 4;
  private static final int LARGEST = 1 << 21;

  private volatile Parts parts = new Parts(List.of(), new HashTail(0, TAIL));

  /** A hash near the query. */
  public record Near(int number, int distance) {}

  /** What a search walks: sealed segments, and a tail that is compared hash by hash. */
  private record Parts(List<HashSegment> segments, HashTail tail) {}

  /** Adds a hash and gives its number. */
  public synchronized int add(Hash256 hash) {
    Parts now = parts;
    int number = now.tail().first() + now.tail().add(hash);
    if (now.tail().full()) {
      List<HashSegment> segments = new ArrayList<>(now.segments());
      segments.add(HashSegment.of(now.tail().first(), now.tail().words()));
      merge(segments);
      parts = new Parts(List.copyOf(segments), new HashTail(number + 1, TAIL));
    }
    return number;
  }

  /** Every hash within a distance of the query, nearest first. */
  public List<Near> search(Hash256 query, int radius) {
    if (radius < 0 || radius > LONGEST_RADIUS) {
      throw new IllegalArgumentException(
          "a radius is from 0 to " + LONGEST_RADIUS + ", got " + radius);
    }
    List<Near> found = new ArrayList<>();
    Parts now = parts;
    for (HashSegment segment : now.segments()) {
      segment.search(query, radius, found);
    }
    now.tail().search(query, radius, found);
    found.sort(Comparator.comparingInt(Near::distance).thenComparingInt(Near::number));
    return found;
  }

  /** How many hashes were added. */
  public int size() {
    HashTail tail = parts.tail();
    return tail.first() + tail.size();
  }

  private static void merge(List<HashSegment> segments) {
    while (segments.size() >= MERGED) {
      List<HashSegment> last = segments.subList(segments.size() - MERGED, segments.size());
      int size = last.getFirst().size();
      if (size * MERGED > LARGEST || last.stream().anyMatch(other -> other.size() != size)) {
        return;
      }
      HashSegment merged = HashSegment.merge(last);
      last.clear();
      segments.add(merged);
    }
  }
}
