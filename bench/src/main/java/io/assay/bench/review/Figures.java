package io.assay.bench.review;

import io.assay.review.Category;
import io.assay.review.Context;
import io.assay.review.Feature;
import io.assay.review.Pool;
import io.assay.review.Reviewer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Prints what {@link Probe} does not: the first review of a process, hostile text, expressions, and
 * changes of a pool that serves. By the time of the thread, but for changes, which are by the
 * clock.
 */
final class Figures {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long ROUND_NANOS = 300_000_000L;

  private Figures() {}

  public static void main(String[] args) {
    int count = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
    switch (args[0]) {
      case "start" -> start();
      case "hostile" -> hostile(count);
      case "expressions" -> expressions(count);
      case "install" -> install(count);
      default -> throw new IllegalArgumentException("start, hostile, expressions or install");
    }
  }

  private static void start() {
    long start = THREADS.getCurrentThreadCpuTime();
    Feature feature = Feature.keyword("k", "赌博", Category.of("I.11"));
    Reviewer reviewer = Reviewer.of(Pool.of("1", List.of(feature)));
    reviewer.review("来玩赌*博", Context.output());
    System.out.printf(
        "classes, tables and a first review: %.0f ms%n",
        (THREADS.getCurrentThreadCpuTime() - start) / 1e6);
  }

  private static void hostile(int count) {
    Corpus corpus = new Corpus();
    List<String> patterns = corpus.patterns(count);
    String ordinary = corpus.documents(1, 100_000, patterns)[0];
    Matcher matcher = Matcher.of("assay-core", patterns);
    Hostile.texts(patterns)
        .forEach(
            (name, text) -> {
              double least = Double.MAX_VALUE;
              double usual = Double.MAX_VALUE;
              for (int round = 0; round < 20; round++) {
                usual = Math.min(usual, nanos(matcher, ordinary));
                least = Math.min(least, nanos(matcher, text));
              }
              System.out.printf(
                  "%-24s %7.2f ns a character, %5.2f times ordinary text, %d hits%n",
                  name, least, least / usual, matcher.hits(text));
            });
  }

  private static void expressions(int count) {
    Corpus corpus = new Corpus();
    List<String> patterns = corpus.patterns(count);
    String[] documents = corpus.documents(20, 10_000, patterns);
    long before = used();
    long start = THREADS.getCurrentThreadCpuTime();
    Matcher matcher = Expressions.matcher(patterns);
    double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
    System.out.printf(
        "%d expressions: build %.2f s, heap %.1f MB%n", count, seconds, (used() - before) / 1e6);
    double least = Double.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      double sum = 0;
      for (String document : documents) {
        sum += nanos(matcher, document) / documents.length;
      }
      least = Math.min(least, sum);
    }
    int hits = 0;
    for (String document : documents) {
      hits += matcher.hits(document);
    }
    System.out.printf("%.1f Mchar/s, %d hits in %d characters%n", 1e3 / least, hits, 200_000);
  }

  private static void install(int count) {
    Corpus corpus = new Corpus();
    List<Feature> features = new ArrayList<>();
    for (String pattern : corpus.patterns(count)) {
      features.add(Feature.keyword("k" + features.size(), pattern, Category.of("I.11")));
    }
    Pool pool = Pool.of("0", features);
    Reviewer reviewer = Reviewer.of(pool);
    String text = corpus.documents(1, 10_000, List.of(""))[0];
    Thread server = Thread.ofPlatform().daemon().start(() -> serve(reviewer, text));
    double most = 0;
    double sum = 0;
    double work = 0;
    for (int i = 0; i < 200; i++) {
      String word = "新增词语" + i;
      long start = System.nanoTime();
      long worked = THREADS.getCurrentThreadCpuTime();
      Feature added = Feature.keyword("new" + i, word, Category.of("I.11"));
      pool = pool.with("v" + i, List.of(added), Set.of("k" + i));
      reviewer.install(pool);
      boolean seen = !reviewer.review(word, Context.output()).findings().isEmpty();
      double millis = (System.nanoTime() - start) / 1e6;
      work += i < 20 ? 0 : (THREADS.getCurrentThreadCpuTime() - worked) / 1e6 / 180;
      if (!seen) {
        throw new IllegalStateException("the change is not seen: " + word);
      }
      most = i < 20 ? most : Math.max(most, millis);
      sum += i < 20 ? 0 : millis / 180;
    }
    server.interrupt();
    System.out.printf(
        "a change of %d features is seen after %.2f ms by the clock, at most %.2f ms;"
            + " the thread works %.2f ms%n",
        count, sum, most, work);
  }

  private static void serve(Reviewer reviewer, String text) {
    while (!Thread.currentThread().isInterrupted()) {
      reviewer.review(text, Context.output());
    }
  }

  private static double nanos(Matcher matcher, String text) {
    long start = THREADS.getCurrentThreadCpuTime();
    long characters = 0;
    while (THREADS.getCurrentThreadCpuTime() - start < ROUND_NANOS / 20) {
      matcher.hits(text);
      characters += text.length();
    }
    return (THREADS.getCurrentThreadCpuTime() - start) / (double) characters;
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
