package io.assay.bench.mark;

import io.assay.mark.LabelRequest;
import io.assay.mark.Marker;
import io.assay.mark.Media;
import io.assay.mark.container.Format;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
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
 * Draws the label for people into a picture of four megapixels, and decodes and encodes the same
 * picture without it: the score is milliseconds a megapixel.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@OperationsPerInvocation(PictureLabelBench.MEGAPIXELS)
public class PictureLabelBench {
  static final int MEGAPIXELS = 4;
  private static final int SIDE = 2000;
  private static final LabelRequest REQUEST = LabelRequest.of(MarkFolder.LABEL).explicitOnly();

  @Param({"png", "jpeg"})
  public String format = "png";

  private final Marker marker = Marker.standard();
  private byte[] picture = {};
  private Media media = Media.text("", Format.TEXT);

  @Setup
  public void prepare() {
    picture = Material.picture(format, SIDE);
    media = Media.of(picture);
  }

  @Benchmark
  public byte[] label() {
    return marker.mark(media, REQUEST).bytes();
  }

  @Benchmark
  public byte[] codecAlone() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(
        Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(picture))), format, out);
    return out.toByteArray();
  }
}
