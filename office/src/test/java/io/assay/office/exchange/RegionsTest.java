package io.assay.office.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.journal.FindingRecord;
import io.assay.gateway.journal.RegionRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionsTest {
  private static final RegionRecord ONE = new RegionRecord(2_500, 5_000, 1_234, 5_000);
  private static final RegionRecord TWO = new RegionRecord(0, 0, 10_000, 10_000);

  private static FindingRecord finding(String feature, RegionRecord region) {
    return new FindingRecord(feature, 1, "A.1.1", "data[0]", 0, 0, "", "why", region);
  }

  @Test
  void numbersPlacesInTheOrderOfFindings_andThePlaceOfTwoFeaturesOnce() {
    Regions regions =
        Regions.of(
            List.of(
                finding("a", RegionRecord.NONE),
                finding("a", ONE),
                finding("b", TWO),
                finding("c", ONE)));
    assertThat(regions.all())
        .containsExactly(new Regions.Numbered(1, ONE), new Regions.Numbered(2, TWO));
    assertThat(regions.named(List.of(finding("c", ONE))))
        .containsExactly(new Regions.Numbered(1, ONE));
    assertThat(regions.named(List.of(finding("a", RegionRecord.NONE)))).isEmpty();
  }

  @Test
  void saysAPlaceInPerCent() {
    Regions.Numbered place = new Regions.Numbered(1, ONE);
    assertThat(List.of(place.left(), place.top(), place.width(), place.height()))
        .containsExactly("25.0", "50.0", "12.3", "50.0");
    assertThat(place.roomAbove()).isTrue();
    assertThat(new Regions.Numbered(2, TWO).roomAbove()).isFalse();
  }
}
