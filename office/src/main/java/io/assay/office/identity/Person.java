package io.assay.office.identity;

import java.text.Normalizer;

/** A name with its resident identity number; {@link #toString} tells neither. */
record Person(String name, ResidentId id) {
  private static final int LONGEST_NAME = 100;

  Person {
    name = normalised(name);
  }

  boolean named() {
    return !name.isEmpty() && name.length() <= LONGEST_NAME;
  }

  Presented presented(String provider) {
    return new Presented(Method.RESIDENT_ID, provider, id.number(), name, id.masked());
  }

  static String normalised(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
  }

  @Override
  public String toString() {
    return "Person";
  }
}
