package io.assay.office.intake;

/** Where a case stands. */
public enum CaseState {
  RECEIVED("hold", "inbox"),
  ACCEPTED("hold", "clipboard-check"),
  NOT_ACCEPTED("refuse", "circle-x"),
  INVESTIGATING("hold", "search"),
  DECIDED("pass", "gavel"),
  /** The complainant has got the result, and the ledger says how. */
  NOTIFIED("pass", "mail"),
  CLOSED("idle", "archive"),
  WITHDRAWN("idle", "arrow-back-up");

  private final String tone;
  private final String icon;

  CaseState(String tone, String icon) {
    this.tone = tone;
    this.icon = icon;
  }

  public String tone() {
    return tone;
  }

  public String icon() {
    return icon;
  }

  /** Whether the rules let a case go from here to {@code next}. */
  public boolean mayBecome(CaseState next) {
    return switch (this) {
      case RECEIVED -> next == ACCEPTED || next == NOT_ACCEPTED || next == WITHDRAWN;
      case ACCEPTED -> next == INVESTIGATING || next == WITHDRAWN;
      case INVESTIGATING -> next == DECIDED || next == ACCEPTED || next == WITHDRAWN;
      case DECIDED, NOT_ACCEPTED -> next == NOTIFIED;
      case NOTIFIED -> next == CLOSED;
      case CLOSED, WITHDRAWN -> false;
    };
  }

  /** Whether somebody still has to work on it. */
  public boolean open() {
    return this == RECEIVED || this == ACCEPTED || this == INVESTIGATING;
  }

  /** Whether there is a result that the complainant has not got yet. */
  boolean awaitsFeedback() {
    return this == DECIDED || this == NOT_ACCEPTED;
  }
}
