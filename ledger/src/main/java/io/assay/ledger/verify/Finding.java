package io.assay.ledger.verify;

import java.util.OptionalLong;

/** Carries the first thing that does not hold out of a verification. */
final class Finding extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Verification.Broken broken;

  Finding(String resource, String what) {
    this(resource, OptionalLong.empty(), what);
  }

  Finding(String resource, OptionalLong entry, String what) {
    super(what, null, false, false);
    this.broken = new Verification.Broken(resource, entry, what);
  }

  Verification.Broken broken() {
    return broken;
  }
}
