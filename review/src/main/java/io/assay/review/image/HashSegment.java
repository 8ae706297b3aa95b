package io.assay.review.image;

import io.assay.review.image.HammingIndex.Near;
import java.util.List;

/**
 * A sealed part of an index: its hashes, and for each of their 16 slots of 16 bits the hashes by
 * the slot's value.
 *
 * <p>The slots form 8 pairs. Hashes within distance d agree in some pair up to d / 8 bits, and in
 * one slot of that pair up to half of these. So for d up to 31 a lookup of each slot's value and of
 * the values one bit away meets every near hash; each place in a list also holds some bits of the
 * pair's other slot, by which almost all others are left out before their hash is read.
 */
final class HashSegment {

  private static final int SLOTS = 16;
  private static final int VALUES = 1 << 16;
  private static final int MOST_PARTNER_BITS = 16;

  private final int first;
  private final long[] words;
  private final int[][] starts;
  private final int[][] places;
  private final int placeBits;
  private final int partnerMask;

  private HashSegment(int first, long[] words) {
    this.first = first;
    this.words = words;
    int size = words.length / 4;
    this.placeBits = 32 - Integer.numberOfLeadingZeros(Math.max(1, size - 1));
    this.partnerMask = (1 << Math.min(MOST_PARTNER_BITS, 32 - placeBits)) - 1;
    this.starts = new int[SLOTS][];
    this.places = new int[SLOTS][];
    for (int slot = 0; slot < SLOTS; slot++) {
      sort(slot);
    }
  }

  static HashSegment of(int first, long[] words) {
    return new HashSegment(first, words);
  }

  /** One segment of several whose numbers follow each other. */
  static HashSegment merge(List<HashSegment> parts) {
    long[] words = new long[parts.stream().mapToInt(part -> part.words.length).sum()];
    int at = 0;
    for (HashSegment part : parts) {
      System.arraycopy(part.words, 0, words, at, part.words.length);
      at += part.words.length;
    }
    return new HashSegment(parts.getFirst().first, words);
  }

  int size() {
    return words.length / 4;
  }

  void search(Hash256 query, int radius, List<Near> found) {
    int allowed = radius / (SLOTS / 2);
    for (int slot = 0; slot < SLOTS; slot++) {
      int value = slot(query, slot);
      int partner = slot(query, slot ^ 1) & partnerMask;
      walk(slot, value, partner, allowed, query, radius, found);
      if (allowed >= 2) {
        for (int bit = 0; bit < 16; bit++) {
          walk(slot, value ^ 1 << bit, partner, allowed - 1, query, radius, found);
        }
      }
    }
  }

  private void walk(
      int slot, int value, int partner, int allowed, Hash256 query, int radius, List<Near> found) {
    int[] list = places[slot];
    int end = starts[slot][value + 1];
    for (int i = starts[slot][value]; i < end; i++) {
      int entry = list[i];
      if (Integer.bitCount((entry >>> placeBits) ^ partner) <= allowed) {
        int place = entry & (1 << placeBits) - 1;
        int distance = HashTail.distance(words, place, query);
        if (distance <= radius && !metBefore(slot, place, query, radius)) {
          found.add(new Near(first + place, distance));
        }
      }
    }
  }

  /** Whether the walk of an earlier slot met this hash. */
  private boolean metBefore(int slot, int place, Hash256 query, int radius) {
    int allowed = radius / (SLOTS / 2);
    for (int earlier = 0; earlier < slot; earlier++) {
      int differ = Integer.bitCount(slot(place, earlier) ^ slot(query, earlier));
      int partner =
          Integer.bitCount((slot(place, earlier ^ 1) ^ slot(query, earlier ^ 1)) & partnerMask);
      if (differ <= allowed / 2 && differ <= 1 && partner <= allowed - differ) {
        return true;
      }
    }
    return false;
  }

  private void sort(int slot) {
    int size = size();
    int[] start = new int[VALUES + 1];
    for (int i = 0; i < size; i++) {
      start[slot(i, slot) + 1]++;
    }
    for (int value = 0; value < VALUES; value++) {
      start[value + 1] += start[value];
    }
    int[] next = start.clone();
    int[] list = new int[size];
    for (int i = 0; i < size; i++) {
      int partner = slot(i, slot ^ 1) & partnerMask;
      list[next[slot(i, slot)]++] = partner << placeBits | i;
    }
    starts[slot] = start;
    places[slot] = list;
  }

  private int slot(int place, int slot) {
    return (int) (words[place * 4 + (slot >> 2)] >>> ((slot & 3) * 16)) & 0xffff;
  }

  private static int slot(Hash256 hash, int slot) {
    long word =
        switch (slot >> 2) {
          case 0 -> hash.a();
          case 1 -> hash.b();
          case 2 -> hash.c();
          default -> hash.d();
        };
    return (int) (word >>> ((slot & 3) * 16)) & 0xffff;
  }
}
