package io.assay.office.identity;

/** What came of reading a number that somebody typed. */
public sealed interface Reading<T> {

  record Valid<T>(T value) implements Reading<T> {}

  record Invalid<T>(Flaw flaw) implements Reading<T> {}

  /** The one thing that is wrong with it, the first that was found. */
  enum Flaw {
    LENGTH,
    CHARACTER,
    PREFIX,
    DIVISION,
    DATE,
    FUTURE,
    ORGANISATION_CHECK,
    CHECK
  }

  static <T> Reading<T> flawed(Flaw flaw) {
    return new Invalid<>(flaw);
  }
}
