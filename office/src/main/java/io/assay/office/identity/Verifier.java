package io.assay.office.identity;

/** Asks a register whether a name and a number belong together. Thread-safe. */
interface Verifier {

  Finding ask(String name, String number);

  /** Who answers, for the record. */
  String provider();

  /** Whether there is a verifier at all. */
  boolean offered();

  enum Finding {
    CONFIRMED,
    MISMATCH,
    UNAVAILABLE
  }
}
