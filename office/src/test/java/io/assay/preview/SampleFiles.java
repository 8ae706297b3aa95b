package io.assay.preview;

import io.assay.office.verify.CheckedFile;
import io.assay.office.verify.FoundLabel;
import io.assay.office.verify.FoundLabel.Detail;
import io.assay.office.verify.Standing;
import io.assay.office.verify.Verdict;
import java.util.List;

/** Files as the check would report them, one for each verdict. */
final class SampleFiles {
  private static final String SHA256 =
      "0b9d5c7a1e34f86270ac1be95d3f48c7712e60fa94db3c558f02a6e1d97b4c83";

  private SampleFiles() {}

  static CheckedFile of(Verdict verdict) {
    return new CheckedFile("poster.png", "PNG", 1_482_330, SHA256, verdict, found(verdict));
  }

  private static List<FoundLabel> found(Verdict verdict) {
    Standing standing =
        switch (verdict) {
          case INTACT, STRIPPED -> Standing.VALID;
          case ALTERED, FORGED, TRANSPLANTED -> Standing.BROKEN;
          case UNLABELLED, UNKNOWN -> Standing.UNCHECKED;
        };
    FoundLabel explicit =
        new FoundLabel(
            "EXPLICIT",
            Standing.PRESENT,
            List.of(new Detail("text", "AI generated"), new Detail("position", "bottom right")));
    FoundLabel implicit =
        new FoundLabel(
            "IMPLICIT",
            standing,
            List.of(
                new Detail("Label", "1"),
                new Detail("ContentProducer", "001191110108MA01EXAMPLE"),
                new Detail("ProduceID", "91110108-7f3c2a9e41")));
    return switch (verdict) {
      case UNLABELLED -> List.of();
      case STRIPPED -> List.of(explicit);
      case UNKNOWN -> List.of(new FoundLabel("C2PA", standing, List.of()));
      default -> List.of(explicit, implicit);
    };
  }
}
