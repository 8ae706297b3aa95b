package io.assay.bench.office;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A member of staff in a browser without scripts, and with an access token for programs. */
final class Visitor implements AutoCloseable {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final Pattern SECRET = Pattern.compile("assay_st_[A-Za-z0-9_-]{43}");

  private final String base;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .build();
  private String token = "";

  Visitor(String base) {
    this.base = base;
  }

  void signIn(String name, String oneTimePassword, String password) {
    submit("/sign-in", Map.of("username", name, "password", oneTimePassword));
    submit(
        "/account/password",
        Map.of("current", oneTimePassword, "next", password, "repeated", password));
    Matcher secret = SECRET.matcher(submit("/account/tokens", Map.of("name", "load")));
    if (!secret.find()) {
      throw new IllegalStateException(name + " got no access token");
    }
    token = secret.group();
  }

  /** The page or the answer at a path, which has to be there. */
  String get(String path) {
    HttpResponse<String> answer = ask(path);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " answered " + answer.statusCode());
    }
    return answer.body();
  }

  /** Whatever stands at a path. */
  HttpResponse<String> ask(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    if (path.startsWith("/api/")) {
      request.header("Authorization", "Bearer " + token);
    }
    return send(request);
  }

  private String submit(String page, Map<String, String> fields) {
    Map<String, String> form = new HashMap<>(fields);
    Matcher csrf = CSRF.matcher(get(page));
    if (csrf.find()) {
      form.put("_csrf", csrf.group(1));
    }
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(HttpRequest.newBuilder(URI.create(base + page))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)))
        .body();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
  }
}
