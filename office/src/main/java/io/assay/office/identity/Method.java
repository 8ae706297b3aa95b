package io.assay.office.identity;

/** By what a real identity was verified (Art. 9). */
public enum Method {
  MOBILE_CODE(Assurance.CONTROL),
  RESIDENT_ID(Assurance.REGISTER),
  ORGANISATION_CODE(Assurance.REGISTER),
  /** The national network identity service vouches; no number of the person is known here. */
  NETWORK_IDENTITY(Assurance.STATE),
  /** Nothing was verified: the trial that a development set-up begins with. */
  DEVELOPMENT_TRIAL(Assurance.NONE);

  private final Assurance assurance;

  Method(Assurance assurance) {
    this.assurance = assurance;
  }

  public Assurance assurance() {
    return assurance;
  }

  /** What a method proves. */
  public enum Assurance {
    NONE,
    /** The subject controls the number. */
    CONTROL,
    /** A register holds the name with the number. */
    REGISTER,
    /** The state's own service vouches for the person. */
    STATE
  }
}
