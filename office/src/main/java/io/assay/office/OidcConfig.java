package io.assay.office;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID Connect provider, sections {@code office.staff.oidc} and {@code
 * office.identity.network}.
 *
 * @param issuer address under which its configuration is published; without one it is not offered
 * @param clientSecret take it from the environment
 * @param claim which claim of the ID token names the person: for staff the member's name here, for
 *     network identities the number (wanghao) itself, of which only a keyed hash is kept
 * @param secondFactor whether the provider asks for a second factor, so that the office need not
 */
public record OidcConfig(
    String issuer,
    String clientId,
    String clientSecret,
    List<String> scopes,
    String claim,
    String provider,
    Boolean secondFactor) {

  public OidcConfig(
      @Nullable String issuer,
      @Nullable String clientId,
      @Nullable String clientSecret,
      @Nullable List<String> scopes,
      @Nullable String claim,
      @Nullable String provider,
      @Nullable Boolean secondFactor) {
    this.issuer = requireNonNullElse(issuer, "");
    this.clientId = requireNonNullElse(clientId, "");
    this.clientSecret = requireNonNullElse(clientSecret, "");
    this.scopes = scopes == null ? List.of("openid") : List.copyOf(scopes);
    this.claim = requireNonNullElse(claim, "sub");
    this.provider = requireNonNullElse(provider, "OpenID Connect");
    this.secondFactor = requireNonNullElse(secondFactor, true);
    if (offered() && (this.clientId.isEmpty() || !this.scopes.contains("openid"))) {
      throw new IllegalArgumentException(
          "the provider " + issuer + " needs a clientId, and openid among its scopes");
    }
  }

  public static OidcConfig none() {
    return new OidcConfig(null, null, null, null, null, null, null);
  }

  public boolean offered() {
    return !issuer.isEmpty();
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "OidcConfig[" + issuer + "]";
  }
}
