package io.assay.review.image;

import io.assay.review.image.HammingIndex.Near;
import java.util.List;

/** The newest hashes of an index, compared one by one. One thread adds, any number search. */
final class HashTail {

  private final int first;
  private final long[] words;
  private volatile int size;

  HashTail(int first, int capacity) {
    this.first = first;
    this.words = new long[capacity * 4];
  }

  /** Adds a hash and gives its place in this tail. */
  int add(Hash256 hash) {
    int at = size;
    words[at * 4] = hash.a();
    words[at * 4 + 1] = hash.b();
    words[at * 4 + 2] = hash.c();
    words[at * 4 + 3] = hash.d();
    size = at + 1;
    return at;
  }

  void search(Hash256 query, int radius, List<Near> found) {
    int seen = size;
    for (int i = 0; i < seen; i++) {
      int distance = distance(words, i, query);
      if (distance <= radius) {
        found.add(new Near(first + i, distance));
      }
    }
  }

  static int distance(long[] words, int at, Hash256 query) {
    int from = at * 4;
    return Long.bitCount(words[from] ^ query.a())
        + Long.bitCount(words[from + 1] ^ query.b())
        + Long.bitCount(words[from + 2] ^ query.c())
        + Long.bitCount(words[from + 3] ^ query.d());
  }

  /** The number of this tail's first hash. */
  int first() {
    return first;
  }

  int size() {
    return size;
  }

  boolean full() {
    return size * 4 == words.length;
  }

  long[] words() {
    return words;
  }
}
