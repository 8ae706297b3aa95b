package io.assay.office.subject;

/** Where a subject stands with its real identity (Art. 9) and with sanctions (Art. 10). */
public enum SubjectState {
  REGISTERED,
  VERIFYING,
  VERIFIED,
  /** The real identity was verified and has to be verified again. */
  RE_VERIFY,
  SUSPENDED,
  CLOSED;

  /** Whether the real identity is what this subject lacks. */
  public boolean awaitsIdentity() {
    return this == REGISTERED || this == VERIFYING || this == RE_VERIFY;
  }

  /** Whether the rules let a subject go from here to {@code next}. */
  public boolean mayBecome(SubjectState next) {
    return switch (this) {
      case REGISTERED -> next == VERIFYING || next == VERIFIED || next == CLOSED;
      case VERIFYING -> next == VERIFIED || next == REGISTERED || next == CLOSED;
      case VERIFIED -> next == SUSPENDED || next == RE_VERIFY || next == CLOSED;
      case RE_VERIFY ->
          next == VERIFYING || next == VERIFIED || next == SUSPENDED || next == CLOSED;
      case SUSPENDED -> next == VERIFIED || next == CLOSED;
      case CLOSED -> false;
    };
  }
}
