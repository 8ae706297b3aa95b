package io.assay.office.task;

/** The ground of a decision; each has one key of the keyboard. */
public enum Ground {
  ILLEGAL(Choice.BLOCK, "1"),
  NEGATIVE(Choice.BLOCK, "2"),
  RIGHTS(Choice.BLOCK, "3"),
  HARMLESS(Choice.RELEASE, "7"),
  CONTEXT(Choice.RELEASE, "8"),
  FALSE_POSITIVE(Choice.RELEASE, "9"),
  UNSURE(Choice.ESCALATE, "e");

  private final Choice choice;
  private final String key;

  Ground(Choice choice, String key) {
    this.choice = choice;
    this.key = key;
  }

  public Choice choice() {
    return choice;
  }

  public String key() {
    return key;
  }
}
