package io.assay.office.content;

import static java.util.Objects.requireNonNull;

/**
 * What somebody wants to see, and on which ground.
 *
 * @param field which file of the part, as the vault knows it; empty for its only or first one
 * @param purpose the {@link ContentPurpose#kind}
 * @param about identifier of the task, case or order that the reader holds
 * @param reason why, in the reader's words; may be empty where the purpose says enough
 */
public record View(
    String exchange, Part part, String field, String purpose, String about, String reason) {
  private static final int LONGEST_REASON = 2_000;

  /** Which part of an exchange. */
  public enum Part {
    INPUT,
    /** A picture or sound of the request; the first on which a person decides. */
    ATTACHMENT,
    OUTPUT
  }

  public View {
    requireNonNull(exchange, "exchange");
    requireNonNull(part, "part");
    requireNonNull(field, "field");
    requireNonNull(purpose, "purpose");
    requireNonNull(about, "about");
    reason = reason.strip();
    if (reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException("a reason has at most " + LONGEST_REASON + " characters");
    }
  }
}
