package io.assay.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser and a key: keeps cookies, fills in forms, calls the gateway. */
final class Visitor implements AutoCloseable {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .build();

  HttpResponse<String> get(String address) {
    return send(HttpRequest.newBuilder(URI.create(address)));
  }

  HttpResponse<String> get(String address, String key) {
    return send(
        HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + key));
  }

  /** Posts JSON with a key or an access token. */
  HttpResponse<String> call(String address, String key, String json) {
    return send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  /** The same, for an answer that is a file. */
  HttpResponse<byte[]> fetch(String address, String key, String json) {
    return send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)),
        BodyHandlers.ofByteArray());
  }

  /** Posts the form of a page. */
  HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
    var token = TOKEN.matcher(get(page).body());
    var form = new HashMap<>(fields);
    if (token.find()) {
      form.put("_csrf", token.group(1));
    }
    var body =
        form.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(action))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Signs in as the first administrator of a new installation and gives an access token. */
  String administrate(AssayProcess assay) {
    var once = assay.fact("admin_password");
    var own = "a password of my own";
    submit(
        assay.office() + "/sign-in",
        assay.office() + "/sign-in",
        Map.of("username", assay.fact("admin_user"), "password", once));
    submit(
        assay.office() + "/account/password",
        assay.office() + "/account/password",
        Map.of("current", once, "next", own, "repeated", own));
    var page =
        submit(
                assay.office() + "/account/tokens",
                assay.office() + "/account/tokens",
                Map.of("name", "test"))
            .body();
    var secret = Pattern.compile("assay_st_[A-Za-z0-9_-]{43}").matcher(page);
    if (!secret.find()) {
      throw new AssertionError("no access token on " + page);
    }
    return secret.group();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
    try {
      return client.send(request.build(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
