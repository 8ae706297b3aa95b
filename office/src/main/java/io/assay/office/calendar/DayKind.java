package io.assay.office.calendar;

/** What a day is to whoever counts working days. */
public enum DayKind {
  WORKDAY(true),
  /** A Saturday or Sunday that the notice makes a working day. */
  MAKE_UP(true),
  WEEKEND(false),
  HOLIDAY(false);

  private final boolean working;

  DayKind(boolean working) {
    this.working = working;
  }

  public boolean working() {
    return working;
  }
}
