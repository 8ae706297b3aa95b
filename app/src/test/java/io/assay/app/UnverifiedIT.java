package io.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Acceptance scenario 1 for chat: whoever is not verified generates nothing, the model is not even
 * asked, the ledger says so, and after a code on the phone the same call succeeds.
 */
class UnverifiedIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String OWN_PASSWORD = "a password of my own";

  @TempDir static Path folder;
  private static ModelService model;
  private static AssayProcess assay;
  private static HttpClient http;

  @BeforeAll
  static void start() throws IOException {
    model = new ModelService();
    model.says("tea needs hot water");
    var config = folder.resolve("assay.yaml");
    Files.writeString(config, "gateway:\n  upstreams:\n    - baseUrl: " + model.baseUrl() + "\n");
    assay = AssayProcess.start(folder.resolve("data"), "--config", config.toString());
    http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  }

  @AfterAll
  static void stop() {
    http.close();
    assay.close();
    model.close();
  }

  @Test
  void generatesNothing_untilTheRealIdentityIsVerified() throws Exception {
    var refused = chat();
    assertThat(refused.statusCode()).isEqualTo(403);
    var error = JSON.readTree(refused.body()).path("error");
    assertThat(error.path("code").asString()).isEqualTo("identity_required");
    assertThat(model.calls("tea?")).isZero();

    var page = error.path("verify_url").asString();
    assertThat(page).startsWith(assay.office() + "/verify-identity/");
    assertThat(post(page + "/mobile", Map.of("number", "13800000000")).statusCode()).isEqualTo(200);
    assertThat(chat().statusCode()).isEqualTo(403);
    assertThat(post(page + "/code", Map.of("code", code())).body()).doesNotContain("<form");

    var answered = awaitAnswer();
    assertThat(answered.body()).contains("tea needs hot water");
    assertThat(model.calls("tea?")).isEqualTo(1);

    var outcomes = outcomes();
    assertThat(outcomes).contains("DELIVERED");
    assertThat(outcomes.stream().filter("REFUSED"::equals)).hasSizeGreaterThanOrEqualTo(2);
  }

  private static HttpResponse<String> chat() throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(assay.gateway() + "/v1/chat/completions"))
            .header("Authorization", "Bearer " + assay.fact("unverified_key"))
            .POST(
                BodyPublishers.ofString(
                    "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"tea?\"}]}")));
  }

  /** The gateway hears of a verification within a second. */
  private static HttpResponse<String> awaitAnswer() throws IOException, InterruptedException {
    var answer = chat();
    for (int i = 0; answer.statusCode() == 403 && i < 600; i++) {
      Thread.sleep(100);
      answer = chat();
    }
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer;
  }

  /** The one-time code, which a development set-up writes to its log. */
  private static String code() throws IOException {
    var line =
        Pattern.compile("the code for 138\\*{4}0000 is ([0-9]{6})")
            .matcher(Files.readString(assay.data().resolve("logs/assay.log")));
    assertThat(line.find()).isTrue();
    return line.group(1);
  }

  /** How the exchanges on record ended, once one was delivered. */
  private static List<String> outcomes() throws IOException, InterruptedException {
    var token = token();
    for (int i = 0; i < 600; i++) {
      var page =
          JSON.readTree(
              send(HttpRequest.newBuilder(
                          URI.create(assay.office() + "/api/v1/exchanges?limit=200"))
                      .header("Authorization", "Bearer " + token))
                  .body());
      var outcomes =
          page.path("exchanges").valueStream().map(it -> it.path("outcome").asString("")).toList();
      if (outcomes.contains("DELIVERED")) {
        return outcomes;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the ledger's index has no delivered exchange");
  }

  private static String token() throws IOException, InterruptedException {
    var password = assay.fact("admin_password");
    submit("/sign-in", Map.of("username", assay.fact("admin_user"), "password", password));
    submit(
        "/account/password",
        Map.of("current", password, "next", OWN_PASSWORD, "repeated", OWN_PASSWORD));
    return found("assay_st_[A-Za-z0-9_-]{43}", submit("/account/tokens", Map.of("name", "t")));
  }

  private static String submit(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    var page = send(HttpRequest.newBuilder(URI.create(assay.office() + path))).body();
    var form = new HashMap<>(fields);
    form.put("_csrf", found("(?<=name=\"_csrf\" value=\")[^\"]+", page));
    return post(assay.office() + path, form).body();
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group();
  }

  private static HttpResponse<String> post(String address, Map<String, String> form)
      throws IOException, InterruptedException {
    var body =
        form.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
