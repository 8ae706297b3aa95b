package io.assay.office.notice;

import java.util.Arrays;
import java.util.Locale;

/**
 * What a notice says. Programs are told its code and choose by the beginning of that; {@code
 * notice.kind.CODE} is its message on pages.
 */
public enum Kind {
  DEADLINE_SOFT,
  DEADLINE_HARD,
  DEADLINE_BREACHED,
  INTAKE_RECEIVED,
  INTAKE_ACCEPTED,
  INTAKE_MESSAGE,
  INTAKE_RESULT,
  SANCTION_IMPOSED,
  SANCTION_ENDED,
  SANCTION_FINAL,
  SUBJECT_MOVED,
  PUBLICATION_MOVED,
  PUBLICATION_CORRECTED,
  TASK_DECIDED,
  RESTITUTION_GIVEN,
  RUMOR_REFUTED;

  /** The feature and what happened there, with a dot between them. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
  }

  public String feature() {
    return code().replaceFirst("\\..*", "");
  }

  /**
   * The kind of a code.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Kind of(String code) {
    return Arrays.stream(values())
        .filter(it -> it.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind of notice '" + code + "'"));
  }
}
