package io.assay.bench.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What some closed-loop writers did in a stretch of time.
 *
 * @param operations how many operations ended
 * @param seconds how long they took altogether
 * @param nanos the latency of each, sorted
 */
record Slice(long operations, double seconds, long[] nanos) {

  /** One operation of one writer. */
  @FunctionalInterface
  interface Operation {
    void run(int writer) throws Exception;
  }

  static Slice of(int writers, double seconds, Operation operation) throws Exception {
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    List<Future<List<Long>>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int writer = 0; writer < writers; writer++) {
        int number = writer;
        running.add(threads.submit(() -> loop(number, end, operation)));
      }
    }
    double took = (System.nanoTime() - start) / 1e9;
    return new Slice(0, took, new long[0]).with(running);
  }

  double rate() {
    return operations / seconds;
  }

  double millisAt(double quantile) {
    return nanos.length == 0 ? 0 : nanos[(int) ((nanos.length - 1) * quantile)] / 1e6;
  }

  private Slice with(List<Future<List<Long>>> done)
      throws InterruptedException, ExecutionException {
    List<Long> all = new ArrayList<>();
    for (Future<List<Long>> one : done) {
      all.addAll(one.get());
    }
    long[] sorted = all.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return new Slice(sorted.length, seconds, sorted);
  }

  private static List<Long> loop(int writer, long end, Operation operation) throws Exception {
    List<Long> nanos = new ArrayList<>();
    for (long now = System.nanoTime(); now < end; ) {
      operation.run(writer);
      long after = System.nanoTime();
      nanos.add(after - now);
      now = after;
    }
    return nanos;
  }
}
