package io.assay.bench.mark;

import io.assay.mark.ExplicitLabel;
import io.assay.mark.TextLabel;
import io.assay.mark.TextSyntax;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Labels a streamed text; the score is nanoseconds a piece. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TextLabelBench {
  private static final int PIECES = 1000;

  @Benchmark
  @OperationsPerInvocation(PIECES)
  public int stream() {
    TextLabel.Stream stream = TextLabel.of(ExplicitLabel.standard(), TextSyntax.MARKDOWN).stream();
    int length = 0;
    for (int i = 0; i < PIECES; i++) {
      length += stream.append("text").length();
    }
    return length + stream.finish().length();
  }
}
