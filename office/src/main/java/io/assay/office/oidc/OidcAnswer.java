package io.assay.office.oidc;

/** With what somebody came back from a provider. */
public sealed interface OidcAnswer {

  /**
   * The provider vouches for somebody.
   *
   * @param about what was given to {@link OidcDoor#begin}
   * @param claim value of the configured claim
   */
  record Vouched(String about, String claim) implements OidcAnswer {}

  /** Nobody is vouched for: refused there, forged, too late, or begun in another session. */
  record Refused() implements OidcAnswer {}

  /** The provider cannot be reached. */
  record Unavailable() implements OidcAnswer {}
}
