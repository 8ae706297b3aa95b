package io.assay.gateway.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.review.image.Pdq;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PicturesTest {
  private static final Path SAMPLES = Path.of("..", "mark", "src", "test", "resources");

  private static byte[] sample(String name) throws IOException {
    return Files.readAllBytes(SAMPLES.resolve(name));
  }

  @Test
  void aWebpAndItsPng_haveTheSameHash() throws IOException {
    var webp = Pictures.luma(sample("media/sample.webp")).orElseThrow();
    var image = new BufferedImage(webp.width(), webp.height(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < webp.samples().length; i++) {
      int grey = Math.round(webp.samples()[i]);
      image.setRGB(i % webp.width(), i / webp.width(), grey << 16 | grey << 8 | grey);
    }
    var png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    var back = Pictures.luma(png.toByteArray()).orElseThrow();
    assertThat(Pdq.of(back).hash().distance(Pdq.of(webp).hash())).isLessThanOrEqualTo(Pdq.MATCH);
  }

  @Test
  void aPictureThatMoves_isNotDecoded() throws IOException {
    var moving = sample("golden/animated.webp");
    assertThat(Pictures.shape(moving).orElseThrow().frames()).isGreaterThan(1);
    assertThat(Pictures.luma(moving)).isEmpty();
  }

  @Test
  void whatIsCutOff_isNotDecoded() throws IOException {
    for (var name : List.of("media/sample.webp", "golden/animated.webp")) {
      var file = sample(name);
      for (int length : new int[] {0, 1, 12, 20, 30}) {
        var cut = Arrays.copyOf(file, length);
        assertThat(Pictures.luma(cut)).as(name + " " + length).isEmpty();
      }
    }
  }
}
