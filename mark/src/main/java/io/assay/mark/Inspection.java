package io.assay.mark;

import io.assay.mark.Finding.Bearing;
import io.assay.mark.aigc.AigcLabel;
import io.assay.mark.container.Format;
import java.util.List;
import java.util.Optional;

/**
 * What an inspection found, and the verdict that follows from it.
 *
 * @param label the one conforming implicit label, where there is one
 */
public record Inspection(
    Format format, Verdict verdict, Optional<AigcLabel> label, List<Finding> findings) {
  public Inspection {
    findings = List.copyOf(findings);
  }

  static Inspection conclude(
      Format format, boolean labelled, Optional<AigcLabel> label, List<Finding> findings) {
    return new Inspection(format, verdict(labelled, findings), label, findings);
  }

  /**
   * The gravest evidence decides; without evidence against it a label counts only as far as proved.
   */
  private static Verdict verdict(boolean labelled, List<Finding> findings) {
    if (shows(findings, Bearing.SHOWS_FORGERY)) {
      return Verdict.FORGED;
    }
    if (shows(findings, Bearing.SHOWS_TRANSPLANT)) {
      return Verdict.TRANSPLANTED;
    }
    if (shows(findings, Bearing.SHOWS_ALTERATION)) {
      return Verdict.ALTERED;
    }
    if (shows(findings, Bearing.SHOWS_STRIPPING)) {
      return Verdict.STRIPPED;
    }
    if (shows(findings, Bearing.SHOWS_INTACT)) {
      return Verdict.INTACT;
    }
    return labelled ? Verdict.UNKNOWN : Verdict.UNLABELLED;
  }

  private static boolean shows(List<Finding> findings, Bearing bearing) {
    return findings.stream().anyMatch(finding -> finding.bearing() == bearing);
  }

  /** The findings that led to the verdict. */
  public List<Finding> evidence() {
    Bearing wanted =
        switch (verdict) {
          case INTACT -> Bearing.SHOWS_INTACT;
          case STRIPPED -> Bearing.SHOWS_STRIPPING;
          case ALTERED -> Bearing.SHOWS_ALTERATION;
          case FORGED -> Bearing.SHOWS_FORGERY;
          case TRANSPLANTED -> Bearing.SHOWS_TRANSPLANT;
          case UNLABELLED, UNKNOWN -> Bearing.INFORMS;
        };
    return findings.stream().filter(finding -> finding.bearing() == wanted).toList();
  }

  /** Whether the file keeps GB 45438 as far as its implicit label goes. */
  public boolean conforms() {
    return label.isPresent() && !shows(findings, Bearing.DEVIATES);
  }
}
