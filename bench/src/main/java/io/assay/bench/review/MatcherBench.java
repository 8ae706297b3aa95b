package io.assay.bench.review;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Throughput in characters per microsecond over documents with one hit in a thousand characters.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx6g", "-XX:+UseSerialGC"})
public class MatcherBench {

  private static final int CHARACTERS = 500_000;

  @Param({"assay-core", "assay-plain", "hankcs", "robert-bor", "sensitive-word", "hyperscan"})
  public String matcher = "";

  @Param({"10000", "100000", "1000000"})
  public int patterns;

  @Param({"1000", "10000"})
  public int length;

  private Matcher compiled = document -> 0;
  private String[] documents = {};

  @Setup(Level.Trial)
  public void compile() {
    Corpus corpus = new Corpus();
    List<String> all = corpus.patterns(patterns);
    documents = corpus.documents(CHARACTERS / length, length, all);
    compiled = Matcher.of(matcher, all);
  }

  @Benchmark
  @OperationsPerInvocation(CHARACTERS)
  public int scan() {
    int hits = 0;
    for (String document : documents) {
      hits += compiled.hits(document);
    }
    return hits;
  }
}
