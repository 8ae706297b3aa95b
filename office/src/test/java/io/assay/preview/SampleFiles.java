package io.assay.preview;

import io.assay.mark.Finding;
import io.assay.mark.Finding.Bearing;
import io.assay.mark.Inspection;
import io.assay.mark.Verdict;
import io.assay.mark.aigc.AigcLabel;
import io.assay.mark.container.Format;
import io.assay.office.verify.CheckedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files as the check would report them, one for each verdict. */
final class SampleFiles {
  private static final AigcLabel LABEL =
      AigcLabel.produced("001191110108MA01EXAMPL0", "91110108-7f3c2a9e41");
  private static final Finding FOUND = new Finding("aigc.found", Bearing.INFORMS, "xmp at byte 41");

  private SampleFiles() {}

  static CheckedFile of(Verdict verdict) {
    List<Finding> findings = new ArrayList<>();
    Optional<AigcLabel> label = Optional.empty();
    if (verdict != Verdict.UNLABELLED && verdict != Verdict.STRIPPED) {
      findings.add(FOUND);
      label = Optional.of(LABEL);
    }
    switch (verdict) {
      case INTACT -> findings.add(finding("register.match", Bearing.SHOWS_INTACT));
      case STRIPPED -> findings.add(finding("register.stripped", Bearing.SHOWS_STRIPPING));
      case ALTERED -> findings.add(finding("register.content-altered", Bearing.SHOWS_ALTERATION));
      case FORGED -> findings.add(finding("register.unknown-id", Bearing.SHOWS_FORGERY));
      case TRANSPLANTED ->
          findings.add(finding("register.other-content", Bearing.SHOWS_TRANSPLANT));
      case UNKNOWN -> findings.add(finding("aigc.provider-code", Bearing.DEVIATES));
      case UNLABELLED -> {}
    }
    Inspection inspection = new Inspection(Format.PNG, verdict, label, findings);
    return new CheckedFile("poster.png", 1_482_330, inspection);
  }

  private static Finding finding(String id, Bearing bearing) {
    return new Finding(id, bearing, "91110108-7f3c2a9e41");
  }
}
