package io.assay.mark.explicit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.mark.AppliedLabel;
import io.assay.mark.ExplicitLabel;
import io.assay.mark.Golden;
import io.assay.mark.LabelTexts;
import io.assay.mark.MarkException;
import io.assay.mark.Media;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureLabelTest {
  private static BufferedImage grey(int width, int height, int shade) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(new Color(shade, shade, shade));
    graphics.fillRect(0, 0, width, height);
    return picture;
  }

  @Property(tries = 60)
  void inkIsFivePercentOfTheShortestSideOnEverySize(
      @ForAll @IntRange(min = 24, max = 1500) int width,
      @ForAll @IntRange(min = 24, max = 1500) int height,
      @ForAll @IntRange(min = 0, max = 255) int shade) {
    BufferedImage picture = grey(width, height, shade);
    AppliedLabel.Picture applied =
        new PictureLabel("AI生成", picture, Orientation.UPRIGHT).draw(picture, 1);
    assertThat(applied.percent()).isGreaterThanOrEqualTo(5.0);
    assertThat(applied.x()).isBetween(0, width - applied.width());
    assertThat(applied.y()).isBetween(0, height - applied.height());
    assertThat(brightest(picture, applied) - darkest(picture, applied)).isGreaterThan(80);
  }

  private static int brightest(BufferedImage picture, AppliedLabel.Picture box) {
    int most = 0;
    for (int y = box.y(); y < box.y() + box.height(); y++) {
      for (int x = box.x(); x < box.x() + box.width(); x++) {
        most = Math.max(most, picture.getRGB(x, y) & 0xff);
      }
    }
    return most;
  }

  private static int darkest(BufferedImage picture, AppliedLabel.Picture box) {
    int least = 255;
    for (int y = box.y(); y < box.y() + box.height(); y++) {
      for (int x = box.x(); x < box.x() + box.width(); x++) {
        least = Math.min(least, picture.getRGB(x, y) & 0xff);
      }
    }
    return least;
  }

  @Test
  void standsOnTheQuietCorner() {
    BufferedImage picture = grey(800, 600, 100);
    for (int y = 300; y < 600; y++) {
      for (int x = 0; x < 800; x++) {
        picture.setRGB(x, y, (x + y) % 2 == 0 ? 0xffffff : 0);
      }
    }
    AppliedLabel.Picture applied =
        new PictureLabel("AI生成", picture, Orientation.UPRIGHT).draw(picture, 1);
    assertThat(applied.y()).isLessThan(100);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void standsUprightAsDisplayed(int exif) {
    Orientation orientation = Orientation.ofExif(exif);
    BufferedImage stored = grey(400, 200, 30);
    AppliedLabel.Picture applied = new PictureLabel("AI生成", stored, orientation).draw(stored, 1);
    BufferedImage upright = orientation.swapsSides() ? grey(200, 400, 30) : grey(400, 200, 30);
    AppliedLabel.Picture expected =
        new PictureLabel("AI生成", upright, Orientation.UPRIGHT).draw(upright, 1);
    assertThat(applied).isEqualTo(expected);
    for (int y = 0; y < upright.getHeight(); y++) {
      for (int x = 0; x < upright.getWidth(); x++) {
        int storedX = orientation.storedX(x, y, 400);
        int storedY = orientation.storedY(x, y, 200);
        assertThat(stored.getRGB(storedX, storedY)).isEqualTo(upright.getRGB(x, y));
      }
    }
  }

  @Test
  void refusesACharacterWithoutAGlyph() {
    BufferedImage picture = grey(400, 400, 0);
    assertThatThrownBy(() -> new PictureLabel("AI生成龘", picture, Orientation.UPRIGHT))
        .isInstanceOf(MarkException.class)
        .hasMessageContaining("no glyph for \"龘\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sample.png", "sample.jpg"})
  void changesNothingOutsideThePlate(String name) throws IOException {
    Media media = Golden.media(name);
    Labeled labeled = Labelers.of(media.format()).label(media, ExplicitLabel.standard());
    AppliedLabel.Picture box = (AppliedLabel.Picture) labeled.labels().getFirst();
    BufferedImage before = ImageIO.read(new ByteArrayInputStream(media.source().bytes()));
    BufferedImage after = ImageIO.read(new ByteArrayInputStream(labeled.media().source().bytes()));
    long sum = 0;
    for (int y = 0; y < box.y() - 16; y++) {
      for (int x = 0; x < before.getWidth(); x++) {
        int a = (before.getRGB(x, y) >> 8) & 0xff;
        int b = (after.getRGB(x, y) >> 8) & 0xff;
        sum += Math.abs(a - b);
      }
    }
    double mean = (double) sum / ((box.y() - 16) * before.getWidth());
    assertThat(mean).isLessThanOrEqualTo(name.endsWith("jpg") ? 3.0 : 0.0);
  }

  @Test
  void keepsSixteenBitsAndPalettesReadable() throws IOException {
    for (int type :
        new int[] {
          BufferedImage.TYPE_USHORT_GRAY,
          BufferedImage.TYPE_BYTE_INDEXED,
          BufferedImage.TYPE_BYTE_BINARY,
          BufferedImage.TYPE_BYTE_GRAY,
          BufferedImage.TYPE_4BYTE_ABGR
        }) {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(200, 100, type), "png", png);
      Media media = Media.of(png.toByteArray());
      Labeled labeled =
          Labelers.of(media.format())
              .label(media, ExplicitLabel.standard().withTexts(new LabelTexts("AI合成", "人工智能合成")));
      BufferedImage after =
          ImageIO.read(new ByteArrayInputStream(labeled.media().source().bytes()));
      AppliedLabel.Picture box = (AppliedLabel.Picture) labeled.labels().getFirst();
      assertThat(brightest(after, box)).as("type " + type).isGreaterThan(200);
    }
  }
}
