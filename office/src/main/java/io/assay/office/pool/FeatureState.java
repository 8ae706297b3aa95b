package io.assay.office.pool;

/** Where a feature stands in its life. */
public enum FeatureState {
  /** Put forward; nothing has been tried. */
  PROPOSED,
  /** Replayed on the corpora; waits for a second person. */
  TESTED,
  /** A second person agreed; not in the pool yet. */
  APPROVED,
  /** In the pool; its hits are noted and count for nothing. */
  SHADOW,
  /** In force. */
  ACTIVE,
  /** In force by one person's entry in an emergency; not replayed yet. */
  EMERGENCY,
  /** In force by an emergency entry; waits for a second person. */
  EX_POST_REVIEW,
  /** Was in the pool and is no longer. */
  RETIRED,
  /** Turned down by a second person. */
  REJECTED,
  /** Taken back by its editor. */
  WITHDRAWN;

  /** Whether the version in force holds it. */
  public boolean inPool() {
    return switch (this) {
      case SHADOW, ACTIVE, EMERGENCY, EX_POST_REVIEW -> true;
      case PROPOSED, TESTED, APPROVED, RETIRED, REJECTED, WITHDRAWN -> false;
    };
  }

  /** Whether somebody has yet to decide on it. */
  public boolean waiting() {
    return switch (this) {
      case PROPOSED, TESTED, APPROVED, SHADOW, EMERGENCY, EX_POST_REVIEW -> true;
      case ACTIVE, RETIRED, REJECTED, WITHDRAWN -> false;
    };
  }

  public String tone() {
    return switch (this) {
      case ACTIVE -> "pass";
      case SHADOW, TESTED, APPROVED -> "hold";
      case EMERGENCY, EX_POST_REVIEW -> "fail";
      case REJECTED -> "refuse";
      case PROPOSED, RETIRED, WITHDRAWN -> "idle";
    };
  }

  public String icon() {
    return switch (this) {
      case PROPOSED -> "pencil";
      case TESTED -> "test-pipe";
      case APPROVED -> "thumb-up";
      case SHADOW -> "eye";
      case ACTIVE -> "shield-check";
      case EMERGENCY, EX_POST_REVIEW -> "urgent";
      case RETIRED -> "archive";
      case REJECTED -> "circle-x";
      case WITHDRAWN -> "arrow-back-up";
    };
  }
}
