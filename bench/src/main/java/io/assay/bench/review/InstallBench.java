package io.assay.bench.review;

import io.assay.review.Category;
import io.assay.review.Feature;
import io.assay.review.Pool;
import io.assay.review.Reviewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The time from a changed feature to a reviewer that sees it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx6g", "-XX:+UseSerialGC"})
public class InstallBench {

  private static final Category CATEGORY = Category.of("I.11");

  @Param({"10000", "1000000"})
  public int patterns;

  private Pool pool = Pool.empty();
  private Reviewer reviewer = Reviewer.of(pool);
  private int changes;

  @Setup
  public void compile() {
    List<Feature> features = new ArrayList<>(patterns);
    for (String pattern : new Corpus().patterns(patterns)) {
      features.add(Feature.keyword("k" + features.size(), pattern, CATEGORY));
    }
    pool = Pool.of("0", features);
    reviewer = Reviewer.of(pool);
  }

  @Benchmark
  public void changeOne() {
    Feature changed = Feature.keyword("k0", "新词" + changes++, CATEGORY);
    reviewer.install(pool.with("1", List.of(changed), Set.of("k1")));
  }
}
