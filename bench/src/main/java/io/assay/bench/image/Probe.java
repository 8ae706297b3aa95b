package io.assay.bench.image;

import io.assay.review.image.HammingIndex;
import io.assay.review.image.Hash256;
import io.assay.review.image.Luma;
import io.assay.review.image.Pdq;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Measures in processor time of one thread, so that a busy machine spoils it less: the searches of
 * a large index, the memory it takes, and the hashing of pictures.
 */
public final class Probe {

  private static final int QUERIES = 4000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Probe() {}

  public static void main(String[] arguments) {
    int hashes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000_000;
    index(hashes);
    for (int side : new int[] {512, 1000, 1024, 2048, 4096}) {
      picture(side);
    }
  }

  private static void index(int hashes) {
    SplittableRandom random = new SplittableRandom(1);
    HammingIndex index = new HammingIndex();
    Hash256[] queries = new Hash256[QUERIES];
    long before = used();
    long start = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < hashes; i++) {
      long[] words = {random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()};
      index.add(new Hash256(words[0], words[1], words[2], words[3]));
      if (i % (hashes / QUERIES) == 0 && i / (hashes / QUERIES) < QUERIES) {
        for (int flip = 0; flip < 20; flip++) {
          words[flip & 3] ^= 1L << random.nextInt(64);
        }
        queries[i / (hashes / QUERIES)] = new Hash256(words[0], words[1], words[2], words[3]);
      }
    }
    System.out.printf(
        "%,d hashes: added in %.1f s, %.0f MiB%n",
        hashes,
        (THREADS.getCurrentThreadCpuTime() - start) / 1e9,
        (used() - before) / (double) (1 << 20));
    for (int radius : new int[] {31, 31, 15}) {
      long[] times = new long[QUERIES];
      int found = 0;
      for (int i = 0; i < QUERIES; i++) {
        long from = THREADS.getCurrentThreadCpuTime();
        found += index.search(queries[i], radius).size();
        times[i] = THREADS.getCurrentThreadCpuTime() - from;
      }
      Arrays.sort(times);
      System.out.printf(
          "radius %d: median %.0f us, 99th of a hundred %.0f us, %d found%n",
          radius, times[QUERIES / 2] / 1e3, times[QUERIES * 99 / 100] / 1e3, found);
    }
  }

  private static void picture(int side) {
    Luma luma =
        Luma.ofRgb(side, side, new Random(1).ints((long) side * side, 0, 1 << 24).toArray());
    int rounds = Math.max(8, (1 << 26) / (side * side));
    long[] times = new long[rounds];
    int quality = 0;
    for (int i = 0; i < rounds; i++) {
      long from = THREADS.getCurrentThreadCpuTime();
      quality += Pdq.of(luma).quality();
      times[i] = THREADS.getCurrentThreadCpuTime() - from;
    }
    Arrays.sort(times);
    System.out.printf(
        "picture of %d by %d: median %.2f ms, %.2f ms a megapixel (quality %d)%n",
        side,
        side,
        times[rounds / 2] / 1e6,
        times[rounds / 2] / 1e6 / (side * side / 1e6),
        quality / rounds);
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
