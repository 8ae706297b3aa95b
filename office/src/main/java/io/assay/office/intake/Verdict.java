package io.assay.office.intake;

import io.assay.office.approval.ActionRefusedException;

/**
 * What a handler found.
 *
 * @param reason what the complainant reads
 * @param phrase words within which what fired should be allowed, for the pool; may be empty
 */
record Verdict(Finding finding, String reason, String phrase) {
  private static final int LONGEST_PHRASE = 200;

  Verdict {
    reason = CaseFile.checked(reason);
    phrase = phrase.strip();
    if (phrase.length() > LONGEST_PHRASE) {
      throw new ActionRefusedException("intake.phrase");
    }
  }
}
