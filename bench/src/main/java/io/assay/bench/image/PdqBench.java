package io.assay.bench.image;

import io.assay.review.image.Luma;
import io.assay.review.image.Pdq;
import java.util.Random;
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

/** The time to hash one picture, from packed pixels and from a plane of luma, on one core. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC"})
public class PdqBench {

  @Param({"1024x1024", "1000x1000", "4096x4096"})
  public String size = "";

  private int width;
  private int height;
  private int[] pixels = {};
  private Luma luma = new Luma(1, 1, new float[1]);

  @Setup(Level.Trial)
  public void draw() {
    String[] sides = size.split("x", 2);
    width = Integer.parseInt(sides[0]);
    height = Integer.parseInt(sides[1]);
    Random random = new Random(1);
    pixels = random.ints((long) width * height, 0, 1 << 24).toArray();
    luma = Luma.ofRgb(width, height, pixels);
  }

  @Benchmark
  public Pdq fromPixels() {
    return Pdq.of(Luma.ofRgb(width, height, pixels));
  }

  @Benchmark
  public Pdq fromLuma() {
    return Pdq.of(luma);
  }
}
