package io.assay.bench.mark;

import io.assay.mark.Inspection;
import io.assay.mark.Inspector;
import io.assay.mark.Marker;
import io.assay.mark.Media;
import io.assay.mark.aigc.Sm2Key;
import io.assay.mark.container.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Writes and reads the implicit label in memory: what the disk has no part in. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class MarkBench {
  @Param({"png", "jpeg", "mp4"})
  public String format = "png";

  private final Marker marker = Marker.standard();
  private final Marker signing = marker.withSigner(Sm2Key.generate());
  private Media media = Media.text("", Format.TEXT);
  private byte[] marked = {};

  @Setup
  public void prepare() throws IOException {
    Path folder = Files.createTempDirectory("assay-bench");
    try {
      media =
          Media.of(format.equals("mp4") ? Material.clip(folder) : Material.picture(format, 1024));
    } finally {
      Material.clear(folder);
    }
    marked = marker.mark(media, MarkFolder.REQUEST).bytes();
  }

  @Benchmark
  public byte[] record() {
    return marker.mark(media, MarkFolder.REQUEST).bytes();
  }

  @Benchmark
  public byte[] signedRecord() {
    return signing.mark(media, MarkFolder.REQUEST).bytes();
  }

  @Benchmark
  public Inspection inspect() {
    return Inspector.standard().inspect(marked);
  }
}
