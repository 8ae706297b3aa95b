package io.assay.bench.image;

import io.assay.review.image.HammingIndex;
import io.assay.review.image.Hash256;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The time of one search for a hash that lies 20 bits from a known one, on one core. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx3g", "-XX:+UseSerialGC"})
public class HammingIndexBench {

  private static final int QUERIES = 1 << 14;
  private static final int FLIPS = 20;

  @Param({"100000", "1000000", "10000000"})
  public int hashes;

  @Param({"31", "15"})
  public int radius;

  private final Hash256[] queries = new Hash256[QUERIES];
  private final HammingIndex index = new HammingIndex();
  private int next;

  @Setup(Level.Trial)
  public void fill() {
    SplittableRandom random = new SplittableRandom(1);
    int every = Math.max(1, hashes / QUERIES);
    for (int i = 0; i < hashes; i++) {
      long[] words = {random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()};
      index.add(new Hash256(words[0], words[1], words[2], words[3]));
      if (i % every == 0 && i / every < QUERIES) {
        for (int flip = 0; flip < FLIPS; flip++) {
          words[flip & 3] ^= 1L << random.nextInt(64);
        }
        queries[i / every] = new Hash256(words[0], words[1], words[2], words[3]);
      }
    }
  }

  @Benchmark
  public int search() {
    next = (next + 1) % QUERIES;
    return index.search(queries[next], radius).size();
  }
}
