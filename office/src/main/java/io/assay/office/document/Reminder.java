package io.assay.office.document;

import java.time.Instant;

/**
 * That an end user was reminded of the duties of information security and acknowledged it (Art. 8).
 *
 * @param sha256 of the words that were shown
 */
public record Reminder(
    String subject, Moment moment, Instant at, String language, String sha256, String recordedBy) {

  /** When a reminder is due. */
  public enum Moment {
    FIRST_USE,
    /** Before a tool that edits faces or voices. */
    BIOMETRIC,
    /** Before content leaves by download, copy or export. */
    EXPORT;

    /** The message that holds the words. */
    public String words() {
      return "reminder." + name();
    }
  }
}
