package io.assay.gateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RegionRecordTest {

  @Test
  void sharesBecomeTenThousandths_withinThePicture() {
    assertThat(RegionRecord.of(0.25, 0.5, 0.5, 0.25))
        .isEqualTo(new RegionRecord(2_500, 5_000, 5_000, 2_500));
    assertThat(RegionRecord.of(0, 0, 1, 1)).isEqualTo(new RegionRecord(0, 0, 10_000, 10_000));
    assertThat(RegionRecord.of(0.99999, 0.99999, 0.00001, 0.00001))
        .isEqualTo(new RegionRecord(9_999, 9_999, 1, 1));
  }

  @Test
  void refusesWhatIsNotInAPicture() {
    assertThatThrownBy(() -> new RegionRecord(5_000, 0, 5_001, 10))
        .hasMessageContaining("no region");
    assertThatThrownBy(() -> new RegionRecord(-1, 0, 10, 10)).hasMessageContaining("no region");
    assertThatThrownBy(() -> new RegionRecord(0, 0, 10, 0)).hasMessageContaining("no region");
  }

  @Test
  void whatAnEntrySaysIsReadWithoutTrust() {
    assertThat(RegionRecord.read(1, 2, 3, 4)).isEqualTo(new RegionRecord(1, 2, 3, 4));
    assertThat(RegionRecord.read(1, 2, Long.MAX_VALUE, 4)).isEqualTo(RegionRecord.NONE);
    assertThat(RegionRecord.read(-5, 2, 3, 4)).isEqualTo(RegionRecord.NONE);
  }

  @Test
  void aFindingWithoutARegionIsRecordedAsBefore() {
    var words = new FindingRecord("f", 1, "A.1.1", "messages[0]", 2, 5, "", "");
    assertThat(words.body()).doesNotContainKey("region");
    assertThat(words.region().named()).isFalse();
    var seen =
        new FindingRecord("f", 1, "A.1.1", "data[0]", 0, 0, "", "", new RegionRecord(1, 2, 3, 4));
    assertThat(seen.body()).containsEntry("region", new RegionRecord(1, 2, 3, 4).body());
  }
}
