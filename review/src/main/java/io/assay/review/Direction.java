package io.assay.review;

/** Which way content moves: from the user into the service, or from the service out. */
public enum Direction {
  INPUT,
  OUTPUT
}
