package io.assay.bench.review;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures matchers turn by turn in one process, by the time of the thread, with their build time
 * and memory: patterns, rounds, length of a document, matchers.
 */
final class Probe {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long ROUND_NANOS = 500_000_000L;

  private Probe() {}

  public static void main(String[] args) {
    int count = Integer.parseInt(args[0]);
    int rounds = Integer.parseInt(args[1]);
    Corpus corpus = new Corpus();
    List<String> patterns = corpus.patterns(count);
    int length = Integer.parseInt(args[2]);
    String[] documents = corpus.documents(1_000_000 / length, length, patterns);
    Map<String, Matcher> matchers = new LinkedHashMap<>();
    for (int i = 3; i < args.length; i++) {
      long before = used();
      long start = THREADS.getCurrentThreadCpuTime();
      matchers.put(args[i], Matcher.of(args[i], patterns));
      double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
      System.out.printf(
          "%-15s build %6.2f s  heap %7.1f MB%n", args[i], seconds, (used() - before) / 1e6);
    }
    Map<String, Double> best = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      matchers.forEach(
          (name, matcher) -> best.merge(name, rate(name, matcher, documents), Math::max));
    }
    best.forEach((name, rate) -> System.out.printf("%-15s %8.2f Mchar/s%n", name, rate));
  }

  private static double rate(String name, Matcher matcher, String[] documents) {
    int hits = 0;
    long characters = 0;
    long start = THREADS.getCurrentThreadCpuTime();
    while (THREADS.getCurrentThreadCpuTime() - start < ROUND_NANOS) {
      for (String document : documents) {
        hits += matcher.hits(document);
        characters += document.length();
      }
    }
    double rate = characters * 1e3 / (THREADS.getCurrentThreadCpuTime() - start);
    System.out.printf(
        "%-15s %8.2f Mchar/s  hits per 1000: %.3f%n", name, rate, hits * 1e3 / characters);
    return rate;
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
