package io.assay.office.approval;

/** A step was refused by a rule; {@code code} names the message that says which. */
public final class ActionRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String code;

  public ActionRefusedException(String code) {
    super(code);
    this.code = code;
  }

  /**
   * Goes on when the rule holds.
   *
   * @throws ActionRefusedException with {@code code} when it does not
   */
  public static void refuseUnless(boolean rule, String code) {
    if (!rule) {
      throw new ActionRefusedException(code);
    }
  }

  public String code() {
    return code;
  }

  /** What HTTP calls it: 404 for a thing that is not there, 409 for a rule. */
  public int status() {
    return code.endsWith(".unknown") ? 404 : 409;
  }
}
