package io.assay.office.identity;

import java.time.Instant;

/** What the subject is told. */
public sealed interface Answer {

  /** A code is on its way to the masked number. */
  record CodeSent(String masked, Instant resendAt) implements Answer {}

  /** The real identity is verified. */
  record Verified() implements Answer {}

  record Refused(Reason reason) implements Answer {}

  /** Why not; each names a message {@code identity.refused.*}. */
  enum Reason {
    /** Another code is sent only after a while. */
    TOO_SOON,
    /** The day's codes or questions are used up. */
    TOO_MANY,
    NOT_SENT,
    WRONG_CODE,
    /** There is no code that still works. */
    NO_CODE,
    MISMATCH,
    UNAVAILABLE,
    /** A guardian has to be asked. */
    TOO_YOUNG,
    /** No guardian is needed at this age. */
    OLD_ENOUGH,
    /** Whoever agrees has to be of age. */
    NO_GUARDIAN,
    /** The text was not agreed to. */
    NO_CONSENT,
    BANNED,
    /** The subject is verified already, suspended or closed. */
    NOT_NOW,
    NAME
  }

  static Answer refused(Reason reason) {
    return new Refused(reason);
  }
}
