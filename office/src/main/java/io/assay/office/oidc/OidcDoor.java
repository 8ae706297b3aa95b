package io.assay.office.oidc;

import static java.util.Objects.requireNonNull;

import io.assay.office.OidcConfig;
import io.assay.office.oidc.OidcAnswer.Refused;
import io.assay.office.oidc.OidcAnswer.Unavailable;
import io.assay.office.oidc.OidcAnswer.Vouched;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * The way to an OpenID Connect provider and back: authorization code with PKCE, state and nonce;
 * the ID token's signature, issuer, audience and time are checked. Thread-safe.
 */
public final class OidcDoor {
  private static final String BEGINNING = "/oidc";

  private final String id;
  private final OidcConfig config;
  private final String redirect;
  private final AtomicReference<@Nullable ClientRegistration> found = new AtomicReference<>();
  private final OidcAuthorizationCodeAuthenticationProvider provider;

  /** What a session remembers of a visit that has begun. */
  private record Visit(String about, OAuth2AuthorizationRequest request) implements Serializable {}

  /**
   * @param id tells the doors of an office apart
   * @param redirect the address to which the provider sends people back
   */
  public OidcDoor(String id, OidcConfig config, String redirect) {
    this.id = id;
    this.config = config;
    this.redirect = redirect;
    this.provider =
        new OidcAuthorizationCodeAuthenticationProvider(
            new RestClientAuthorizationCodeTokenResponseClient(),
            asked -> new DefaultOidcUser(List.of(), asked.getIdToken()));
  }

  public boolean offered() {
    return config.offered();
  }

  public OidcConfig config() {
    return config;
  }

  /** Where to send the visitor; empty when the provider cannot be reached. */
  public Optional<URI> begin(HttpServletRequest request, String about) {
    Optional<ClientRegistration> registration = registration();
    if (registration.isEmpty()) {
      return Optional.empty();
    }
    DefaultOAuth2AuthorizationRequestResolver resolver =
        new DefaultOAuth2AuthorizationRequestResolver(
            new InMemoryClientRegistrationRepository(registration.get()), BEGINNING);
    resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    OAuth2AuthorizationRequest asked = requireNonNull(resolver.resolve(request, id));
    request.getSession().setAttribute(key(), new Visit(about, asked));
    return Optional.of(URI.create(asked.getAuthorizationRequestUri()));
  }

  /** Takes back the visitor; what was begun in the session is used up by this. */
  public OidcAnswer finish(HttpServletRequest request) {
    Optional<Visit> visit = takeVisit(request.getSession(false));
    if (visit.isEmpty() || request.getParameter(OAuth2ParameterNames.STATE) == null) {
      return new Refused();
    }
    Optional<ClientRegistration> registration = registration();
    if (registration.isEmpty()) {
      return new Unavailable();
    }
    try {
      OAuth2AuthorizationExchange exchange =
          new OAuth2AuthorizationExchange(visit.get().request(), response(request));
      Authentication vouched =
          provider.authenticate(new OAuth2LoginAuthenticationToken(registration.get(), exchange));
      return vouched != null && vouched.getPrincipal() instanceof OidcUser user
          ? answer(visit.get(), user)
          : new Refused();
    } catch (AuthenticationServiceException e) {
      return new Unavailable();
    } catch (AuthenticationException | IllegalArgumentException e) {
      return new Refused();
    }
  }

  private OidcAnswer answer(Visit visit, OidcUser user) {
    @Nullable String claim = user.getClaimAsString(config.claim());
    return claim == null || claim.isBlank() ? new Refused() : new Vouched(visit.about(), claim);
  }

  private OAuth2AuthorizationResponse response(HttpServletRequest request) {
    @Nullable String code = request.getParameter(OAuth2ParameterNames.CODE);
    @Nullable String error = request.getParameter(OAuth2ParameterNames.ERROR);
    OAuth2AuthorizationResponse.Builder response =
        code != null
            ? OAuth2AuthorizationResponse.success(code)
            : OAuth2AuthorizationResponse.error(error == null ? "invalid_request" : error);
    return response
        .redirectUri(redirect)
        .state(request.getParameter(OAuth2ParameterNames.STATE))
        .build();
  }

  private Optional<Visit> takeVisit(@Nullable HttpSession session) {
    if (session == null || !(session.getAttribute(key()) instanceof Visit visit)) {
      return Optional.empty();
    }
    session.removeAttribute(key());
    return Optional.of(visit);
  }

  /** The provider's own description, read at the first need and kept once it was found. */
  private Optional<ClientRegistration> registration() {
    @Nullable ClientRegistration known = found.get();
    if (known != null) {
      return Optional.of(known);
    }
    try {
      ClientRegistration registration =
          ClientRegistrations.fromIssuerLocation(config.issuer())
              .registrationId(id)
              .clientId(config.clientId())
              .clientSecret(config.clientSecret())
              .scope(config.scopes())
              .redirectUri(redirect)
              .userNameAttributeName("sub")
              .build();
      found.set(registration);
      return Optional.of(registration);
    } catch (IllegalArgumentException | IllegalStateException unreachable) {
      return Optional.empty();
    }
  }

  private String key() {
    return "io.assay.office.oidc." + id;
  }
}
