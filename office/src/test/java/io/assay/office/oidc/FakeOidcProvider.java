package io.assay.office.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.assay.office.OidcConfig;
import io.assay.office.TestOffice.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * An OpenID Connect provider of its own: discovery, authorization with PKCE, tokens signed with
 * RS256, keys. It vouches for whom the test says, at once and without asking.
 */
public final class FakeOidcProvider implements AutoCloseable {
  public static final String CLIENT = "assay-office";
  private static final String SECRET = "a client secret";

  private final HttpServer server;
  private final RSAKey key;
  private final RSAKey foreignKey;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private final Map<String, Object> claims = new ConcurrentHashMap<>();
  private volatile boolean signsWithAnotherKey;
  private volatile boolean forgetsTheNonce;
  private volatile boolean refuses;

  public FakeOidcProvider() {
    try {
      key = new RSAKeyGenerator(2048).keyID("k1").generate();
      foreignKey = new RSAKeyGenerator(2048).keyID("k1").generate();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/.well-known/openid-configuration", this::configuration);
    server.createContext("/keys", it -> answer(it, 200, new JWKSet(key.toPublicJWK()).toString()));
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.start();
  }

  public OidcConfig config(String claim) {
    return new OidcConfig(issuer(), CLIENT, SECRET, List.of("openid"), claim, "the provider", null);
  }

  public String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** The claims of the next tokens, besides those that every token has. */
  public void vouchesFor(Map<String, Object> some) {
    claims.clear();
    claims.putAll(some);
    signsWithAnotherKey = false;
    forgetsTheNonce = false;
    refuses = false;
  }

  public void signsWithAnotherKey() {
    signsWithAnotherKey = true;
  }

  public void forgetsTheNonce() {
    forgetsTheNonce = true;
  }

  public void refuses() {
    refuses = true;
  }

  private void configuration(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        200,
        """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
        "jwks_uri":"%1$s/keys","response_types_supported":["code"],
        "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"],
        "token_endpoint_auth_methods_supported":["client_secret_basic"]}
        """
            .formatted(issuer()));
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
    String code = UUID.randomUUID().toString();
    codes.put(code, asked);
    String result = refuses ? "error=access_denied" : "code=" + code;
    exchange
        .getResponseHeaders()
        .set("Location", asked.get("redirect_uri") + "?" + result + "&state=" + asked.get("state"));
    answer(exchange, 302, "");
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> given =
        fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Map<String, String> asked = codes.remove(given.getOrDefault("code", ""));
    String client =
        Base64.getEncoder()
            .encodeToString(
                (CLIENT + ":" + SECRET.replace(" ", "+")).getBytes(StandardCharsets.UTF_8));
    boolean known =
        ("Basic " + client).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    boolean matches =
        asked != null
            && given.getOrDefault("redirect_uri", "").equals(asked.get("redirect_uri"))
            && challenge(given.getOrDefault("code_verifier", ""))
                .equals(asked.get("code_challenge"));
    if (asked == null || !known || !matches) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    answer(
        exchange,
        200,
        "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"%s\"}"
            .formatted(idToken(asked)));
  }

  private String idToken(Map<String, String> asked) {
    Date now = Date.from(Clock.systemUTC().instant());
    JWTClaimsSet.Builder body =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience(CLIENT)
            .subject("subject-1")
            .issueTime(now)
            .expirationTime(Date.from(now.toInstant().plusSeconds(60)));
    if (!forgetsTheNonce) {
      body.claim("nonce", asked.get("nonce"));
    }
    claims.forEach(body::claim);
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), body.build());
      token.sign(new RSASSASigner(signsWithAnotherKey ? foreignKey : key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String challenge(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new HashMap<>();
    for (String field : form.split("&", -1)) {
      int split = field.indexOf('=');
      fields.put(
          field.substring(0, split),
          URLDecoder.decode(field.substring(split + 1), StandardCharsets.UTF_8));
    }
    return fields;
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  /** Follows the way through the provider and gives the address to which it sends back. */
  public static URI visit(Browser browser, String location) {
    return URI.create(
        browser
            .send(HttpRequest.newBuilder(URI.create(location)).GET())
            .headers()
            .firstValue("Location")
            .orElseThrow());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
