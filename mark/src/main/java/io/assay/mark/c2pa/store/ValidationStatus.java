package io.assay.mark.c2pa.store;

/**
 * One finding.
 *
 * @param code what was found
 * @param url the JUMBF URI of the box it is about
 * @param explanation for a person to read
 */
public record ValidationStatus(StatusCode code, String url, String explanation) {
  public boolean isFailure() {
    return code.severity() == StatusCode.Severity.FAILURE;
  }
}
