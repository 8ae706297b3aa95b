package io.assay.office.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.mark.Finding;
import io.assay.mark.Finding.Bearing;
import io.assay.mark.Inspection;
import io.assay.mark.Verdict;
import io.assay.mark.aigc.AigcLabel;
import io.assay.mark.container.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FoundLabelTest {
  private static final Finding RECORD = new Finding("aigc.found", Bearing.INFORMS, "xmp");

  @Test
  void judgesEachLabelByItsOwnEvidence() {
    List<FoundLabel> labels =
        found(
            new Finding("register.match", Bearing.SHOWS_INTACT, "as issued"),
            new Finding("c2pa.invalid", Bearing.SHOWS_ALTERATION, "does not hold"));
    assertThat(labels).extracting(FoundLabel::kind).containsExactly("IMPLICIT", "C2PA");
    assertThat(labels).extracting(FoundLabel::standing).containsExactly("VALID", "BROKEN");
  }

  @Test
  void callsALabelPresent_whenNothingJudgesIt() {
    assertThat(found()).extracting(FoundLabel::standing).containsExactly("PRESENT");
  }

  @Test
  void showsTheWordsOfAnExplicitLabel() {
    List<FoundLabel> labels =
        found(new Finding("explicit.words", Bearing.INFORMS, "AI-generated content"));
    assertThat(labels.getFirst().details())
        .containsExactly(new FoundLabel.Detail("text", "AI-generated content"));
  }

  @Test
  void leavesOutEmptyFields() {
    assertThat(found().getFirst().details())
        .extracting(FoundLabel.Detail::name)
        .contains("Label", "ProduceID")
        .doesNotContain("ReservedCode1");
  }

  private static List<FoundLabel> found(Finding... more) {
    List<Finding> findings = new ArrayList<>(List.of(RECORD));
    findings.addAll(List.of(more));
    AigcLabel label = AigcLabel.produced("example-producer", "n-1");
    return FoundLabel.in(new Inspection(Format.PNG, Verdict.UNKNOWN, Optional.of(label), findings));
  }
}
