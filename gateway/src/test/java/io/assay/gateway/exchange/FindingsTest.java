package io.assay.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.journal.FindingRecord;
import io.assay.gateway.journal.RegionRecord;
import io.assay.review.Category;
import io.assay.review.Characteristic.ClassifierThreshold;
import io.assay.review.Effect;
import io.assay.review.Entry;
import io.assay.review.Feature;
import io.assay.review.Finding;
import io.assay.review.Location;
import io.assay.review.Matching;
import io.assay.review.Reviewed;
import io.assay.review.Rule;
import io.assay.review.Verdict;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final Feature FEATURE =
      new Feature(
          "f",
          1,
          new ClassifierThreshold("guard", "violence", 0.5),
          Rule.of(Category.of("I.11")),
          Matching.standard(),
          Entry.unrecorded());

  private static FindingRecord recorded(Location where, String why) {
    var finding = new Finding(FEATURE, Effect.HOLD, where, "", Set.of(), why);
    return Findings.of(Verdict.of(new Reviewed("1", "", 0), List.of(finding))).getFirst();
  }

  @Test
  void aClassifierSaysWhyItHit() {
    var why = "classifier 'guard' 7 scores 0.910 for 'violence', threshold 0.500";
    assertThat(recorded(new Location.Whole(), why).why()).isEqualTo(why);
  }

  @Test
  void aFailureIsNamed_withoutTheWordsOfTheService() {
    var why = "classifier 'guard' gave no answer (UNREADABLE: it said\n\"what somebody wrote\")";
    assertThat(recorded(new Location.Whole(), why).why())
        .isEqualTo("classifier 'guard' gave no answer (UNREADABLE)");
  }

  @Test
  void aSoundSaysWhichMillisecondsMatched_andWordsSayNothingMore() {
    var sound = recorded(new Location.Stretch(4_100, 7_100), "3.1 % of the bits differ");
    assertThat(sound.start()).isEqualTo(4_100);
    assertThat(sound.end()).isEqualTo(7_100);
    assertThat(sound.why()).isEqualTo("3.1 % of the bits differ");
    assertThat(recorded(new Location.Span("messages[0].content", 2, 5), "a word").why()).isEmpty();
    assertThat(recorded(new Location.Whole(), "x".repeat(900)).why()).hasSize(200);
  }

  @Test
  void aPlaceInAPictureIsRecorded() {
    assertThat(recorded(new Location.Region(0.5, 0, 0.25, 1), "why").region())
        .isEqualTo(new RegionRecord(5_000, 0, 2_500, 10_000));
    assertThat(recorded(new Location.Whole(), "why").region()).isEqualTo(RegionRecord.NONE);
  }
}
