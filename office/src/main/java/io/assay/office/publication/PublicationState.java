package io.assay.office.publication;

/** Where a publication stands. Only what is published or corrected can be fetched. */
public enum PublicationState {
  /** Entered, and its exchange not recorded yet. */
  ENTERED,
  /** A person looks at it before it becomes public. */
  HELD,
  PUBLISHED,
  /** Withdrawn from every exit for as long as it is looked into (Art. 10, 11). */
  CONTAINED,
  /** Public again, with a correction above it. */
  CORRECTED,
  /** Withdrawn for good. */
  RECALLED,
  /** Never became public. */
  REFUSED;

  /** Whether its content may be fetched. */
  public boolean open() {
    return this == PUBLISHED || this == CORRECTED;
  }

  /** Whether a decision keeps it from the public. */
  boolean withdrawn() {
    return this == CONTAINED || this == RECALLED || this == REFUSED;
  }

  /** Whether the rules let a publication go from here to {@code next}. */
  public boolean mayBecome(PublicationState next) {
    return switch (this) {
      case ENTERED -> next == PUBLISHED || next == RECALLED;
      case HELD -> next == PUBLISHED || next == REFUSED || next == RECALLED;
      case PUBLISHED -> next == CONTAINED || next == CORRECTED || next == RECALLED;
      case CONTAINED -> next == PUBLISHED || next == CORRECTED || next == RECALLED;
      case CORRECTED -> next == CONTAINED || next == RECALLED;
      case RECALLED, REFUSED -> false;
    };
  }
}
