package io.assay.bench.review;

import java.util.List;
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

/** The time for a hundred thousand characters of ordinary and of hostile text. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx6g", "-XX:+UseSerialGC"})
public class HostileBench {

  @Param({
    "ordinary",
    "noise",
    "spaces",
    "zero width",
    "combining",
    "emoji",
    "one character",
    "one letter",
    "letter and space",
    "percent",
    "character and noise",
    "near matches",
    "near matches with noise",
    "longest beginning",
    "doubled near matches"
  })
  public String text = "";

  @Param({"assay-core"})
  public String matcher = "";

  private Matcher compiled = document -> 0;
  private String document = "";

  @Setup
  public void compile() {
    Corpus corpus = new Corpus();
    List<String> patterns = corpus.patterns(10_000);
    document =
        text.equals("ordinary")
            ? corpus.documents(1, 100_000, patterns)[0]
            : Hostile.texts(patterns).getOrDefault(text, "");
    compiled = Matcher.of(matcher, patterns);
  }

  @Benchmark
  public int scan() {
    return compiled.hits(document);
  }
}
