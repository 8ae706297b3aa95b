package io.assay.office.verify;

import io.assay.mark.Finding;
import io.assay.mark.Finding.Bearing;
import io.assay.mark.Inspection;
import io.assay.mark.Verdict;
import java.util.List;

/** A file that was checked: what it is, what was found in it, and the verdict. */
public record CheckedFile(String name, long size, Inspection inspection) {

  public Verdict verdict() {
    return inspection.verdict();
  }

  public Look look() {
    return Look.of(inspection.verdict());
  }

  public String format() {
    return inspection.format().name();
  }

  public List<FoundLabel> labels() {
    return FoundLabel.in(inspection);
  }

  /** What the check established beyond the mere presence of labels. */
  public List<Established> established() {
    return inspection.findings().stream()
        .filter(it -> it.bearing() != Bearing.INFORMS)
        .map(it -> new Established(it, Look.of(it.bearing())))
        .toList();
  }

  /** A finding and how the page shows it. */
  public record Established(Finding finding, Look look) {}
}
