package io.assay.office.tamper;

import io.assay.mark.Verdict;

/**
 * What a check of one file showed against its label.
 *
 * @param exchange in which the content was issued; empty where none is known
 * @param produceId the content number that the file claims or was issued with; may be empty
 * @param by who had it checked
 */
public record Sighting(
    Verdict verdict,
    String exchange,
    String produceId,
    String fileSha256,
    String format,
    String by) {
  public Sighting {
    if (!tampered(verdict)) {
      throw new IllegalArgumentException(verdict + " is no sign of tampering");
    }
  }

  /** Whether a verdict says that somebody tampered with a label (Art. 18). */
  public static boolean tampered(Verdict verdict) {
    return switch (verdict) {
      case STRIPPED, ALTERED, FORGED, TRANSPLANTED -> true;
      case INTACT, UNLABELLED, UNKNOWN -> false;
    };
  }
}
