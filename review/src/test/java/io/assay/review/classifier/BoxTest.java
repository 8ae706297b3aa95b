package io.assay.review.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.review.Location.Region;
import io.assay.review.classifier.Box.Unit;
import org.junit.jupiter.api.Test;

class BoxTest {
  private static final PictureSize SIZE = new PictureSize(800, 400);

  @Test
  void pixelsAreSharesOfThePictureTheyAreOf() {
    assertThat(new Box(200, 100, 400, 200, Unit.PIXELS).in(SIZE))
        .contains(new Region(0.25, 0.25, 0.5, 0.5));
  }

  @Test
  void pixelsOfAPictureOfUnknownSizeAreNoRegion_andFractionsAre() {
    assertThat(new Box(200, 100, 400, 200, Unit.PIXELS).in(PictureSize.UNKNOWN)).isEmpty();
    assertThat(new Box(0.5, 0.5, 0.5, 0.5, Unit.FRACTIONS).in(PictureSize.UNKNOWN))
        .contains(new Region(0.5, 0.5, 0.5, 0.5));
  }

  @Test
  void isCutOff_whereItStandsALittleOverTheEdge() {
    assertThat(new Box(-8, 0, 816, 404, Unit.PIXELS).in(SIZE)).contains(new Region(0, 0, 1, 1));
  }

  @Test
  void isRefused_whenItIsInAnotherUnit_orOutside_orNoRectangle() {
    for (Box box :
        new Box[] {
          new Box(0.1, 0.1, 0.5, 0.5, Unit.PIXELS),
          new Box(200, 100, 400, 200, Unit.FRACTIONS),
          new Box(900, 100, 40, 40, Unit.PIXELS),
          new Box(0.5, 0.5, 0, 0.2, Unit.FRACTIONS),
          new Box(0.5, 0.5, -0.2, 0.2, Unit.FRACTIONS),
          new Box(Double.NaN, 0, 1, 1, Unit.FRACTIONS),
          new Box(0, 0, Double.POSITIVE_INFINITY, 1, Unit.FRACTIONS)
        }) {
      assertThatThrownBy(() -> box.in(SIZE))
          .as(box.toString())
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aRegionLiesInThePicture() {
    assertThatThrownBy(() -> new Region(0.6, 0, 0.5, 1)).hasMessageContaining("no such region");
    assertThatThrownBy(() -> new Region(-0.1, 0, 0.5, 1)).hasMessageContaining("no such region");
    assertThatThrownBy(() -> new Region(0, 0, 0, 1)).hasMessageContaining("no such region");
    assertThatThrownBy(() -> new Region(0, Double.NaN, 1, 1)).hasMessageContaining("no such");
  }
}
