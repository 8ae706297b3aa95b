package io.assay.bench.mark;

import io.assay.mark.ExplicitLabel;
import io.assay.mark.Inspection;
import io.assay.mark.Inspector;
import io.assay.mark.LabelRequest;
import io.assay.mark.Marker;
import io.assay.mark.Media;
import io.assay.mark.TextLabel;
import io.assay.mark.TextSyntax;
import io.assay.mark.aigc.AigcLabel;
import io.assay.mark.aigc.Sm2Key;
import io.assay.mark.container.Format;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
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

/** Marks and inspects a picture of 1024x1024 pixels, and labels a streamed text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class MarkBench {
  private static final int SIDE = 1024;
  private static final LabelRequest REQUEST =
      LabelRequest.of(AigcLabel.produced("00119144030008867405X210001", "bench-1"));

  @Param({"png", "jpeg"})
  public String format = "png";

  private final Marker marker = Marker.standard();
  private final Marker signing = marker.withSigner(Sm2Key.generate());
  private Media picture = Media.text("", Format.TEXT);
  private byte[] marked = {};

  @Setup
  public void prepare() {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      graphics.setColor(new Color(random.nextInt(1 << 24)));
      graphics.fillOval(random.nextInt(SIDE), random.nextInt(SIDE), 80, 80);
    }
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    picture = Media.of(out.toByteArray());
    marked = marker.mark(picture, REQUEST).bytes();
  }

  @Benchmark
  public byte[] recordOnly() {
    return marker.mark(picture, REQUEST.implicitOnly()).bytes();
  }

  @Benchmark
  public byte[] signedRecord() {
    return signing.mark(picture, REQUEST.implicitOnly()).bytes();
  }

  @Benchmark
  public byte[] labelAndRecord() {
    return marker.mark(picture, REQUEST).bytes();
  }

  @Benchmark
  public Inspection inspect() {
    return Inspector.standard().inspect(marked);
  }

  /** A text of 1000 pieces of four characters. */
  @Benchmark
  public int streamedText() {
    TextLabel.Stream stream =
        TextLabel.of(ExplicitLabel.standard(), TextSyntax.MARKDOWN).stream();
    int length = 0;
    for (int i = 0; i < 1000; i++) {
      length += stream.append("text").length();
    }
    return length + stream.finish().length();
  }
}
