package io.assay.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One person's browser or program: keeps cookies, fills in forms, posts JSON. */
final class Web implements AutoCloseable {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private static final Pattern CHALLENGE =
      Pattern.compile("data-challenge=\"([^\"]+)\" data-bits=\"(\\d+)\"");

  private static final int NOT_READY = 503;
  private static final int ASKED_AGAIN = 40;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .build();

  HttpResponse<String> get(String address) {
    return send(HttpRequest.newBuilder(URI.create(address)));
  }

  HttpResponse<String> ask(String address, String secret) {
    return send(
        HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + secret));
  }

  /** Posts JSON; what is not ready is asked again for a while. */
  HttpResponse<String> call(String address, String secret, String json) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + secret)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json));
    HttpResponse<String> answer = send(request);
    for (int again = 0; again < ASKED_AGAIN && answer.statusCode() == NOT_READY; again++) {
      pause();
      answer = send(request);
    }
    return answer;
  }

  HttpResponse<String> put(String address, String secret, String json) {
    return send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + secret)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json)));
  }

  /** Brings a matter to a public door, with the little work that its form asks of a browser. */
  HttpResponse<String> petition(String page, Map<String, String> fields) {
    Matcher challenge = CHALLENGE.matcher(get(page).body());
    if (!challenge.find()) {
      throw new IllegalStateException("no form at " + page);
    }
    Map<String, String> form = new HashMap<>(fields);
    form.put("challenge", challenge.group(1));
    form.put("nonce", nonce(challenge.group(1), Integer.parseInt(challenge.group(2))));
    return submit(page, page, form);
  }

  private static String nonce(String challenge, int bits) {
    for (long nonce = 0; ; nonce++) {
      byte[] hash = sha256(challenge + ":" + nonce);
      if (new BigInteger(1, hash).bitLength() <= 8 * hash.length - bits) {
        return Long.toString(nonce);
      }
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Posts a form of the page at {@code page}. */
  HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
    Map<String, String> form = new HashMap<>(fields);
    Matcher token = TOKEN.matcher(get(page).body());
    if (token.find()) {
      form.put("_csrf", token.group(1));
    }
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(action))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Sends a file to a public form, as a browser does. */
  HttpResponse<String> upload(String address, String name, byte[] file) {
    String boundary = "assay-demo-file";
    byte[] head =
        ("--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name
                + "\"\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    return send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofByteArrays(List.of(head, file, tail))));
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

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
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
