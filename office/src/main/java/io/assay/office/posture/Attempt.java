package io.assay.office.posture;

import io.assay.office.Remark;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tries what an attacker, a user or a visitor would try, over HTTP as they would. */
@Component
class Attempt {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LONGEST = 300;

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  /** What came of it: as the control wants it, or not, or nothing to judge by. */
  record Outcome(Verdict verdict, Remark detail) {
    enum Verdict {
      AS_WANTED,
      NOT_AS_WANTED,
      NO_ANSWER
    }

    static Outcome of(boolean wanted, Remark detail) {
      return new Outcome(wanted ? Verdict.AS_WANTED : Verdict.NOT_AS_WANTED, detail);
    }
  }

  /** A key without verified identity is refused before its request is even read (Art. 9). */
  Outcome publishUnverified(GatewayDoor door, String key) {
    return post(door.url() + "/v1/publications", key, "{}")
        .map(
            answer ->
                Outcome.of(
                    answer.statusCode() == 403 && code(answer).equals("identity_required"),
                    Seen.PUBLISHING_ANSWERED.remark(told(answer))))
        .orElseGet(Attempt::noAnswer);
  }

  /** A known-bad prompt is blocked before the model is called (Art. 10). */
  Outcome promptBad(GatewayDoor door, String key, String model, String prompt) {
    return chat(door, key, model, prompt).map(Attempt::badAnswered).orElseGet(Attempt::noAnswer);
  }

  private static Outcome badAnswered(HttpResponse<String> answer) {
    return switch (answer.statusCode()) {
      case 200 -> Outcome.of(false, Seen.BAD_ANSWERED.remark());
      case 400 ->
          Outcome.of(
              code(answer).equals("content_policy_violation"),
              Seen.BAD_REFUSED.remark(told(answer)));
      default -> new Outcome(Outcome.Verdict.NO_ANSWER, Seen.NO_VERDICT.remark(told(answer)));
    };
  }

  /** A known-good prompt is answered: blocking too much is a fault as well. */
  Outcome promptGood(GatewayDoor door, String key, String model, String prompt) {
    return chat(door, key, model, prompt).map(Attempt::goodAnswered).orElseGet(Attempt::noAnswer);
  }

  private static Outcome goodAnswered(HttpResponse<String> answer) {
    return switch (answer.statusCode()) {
      case 200 ->
          Outcome.of(
              !answer.body().contains("\"finish_reason\":\"content_filter\""),
              Seen.GOOD_ANSWERED.remark(told(answer)));
      case 400 -> Outcome.of(false, Seen.GOOD_ANSWERED.remark(told(answer)));
      default -> new Outcome(Outcome.Verdict.NO_ANSWER, Seen.NO_VERDICT.remark(told(answer)));
    };
  }

  /** A public page opens without signing in (Art. 12). */
  Outcome openPage(String address) {
    return send(HttpRequest.newBuilder(URI.create(address)))
        .map(
            answer ->
                Outcome.of(
                    answer.statusCode() == 200,
                    Seen.PAGE_ANSWERED.remark(address, answer.statusCode())))
        .orElseGet(() -> Outcome.of(false, Seen.PAGE_OUT_OF_REACH.remark(address)));
  }

  /** A public form opens without signing in and can be sent (Art. 12). */
  Outcome openForm(String address) {
    Optional<String> page = page(address, Locale.CHINESE);
    boolean form =
        page.filter(it -> it.contains("<form") && it.contains("method=\"post\"")).isPresent();
    return Outcome.of(form, (form ? Seen.FORM_THERE : Seen.FORM_MISSING).remark(address));
  }

  /** A public page in a language; empty when it does not open. */
  Optional<String> page(String address, Locale language) {
    return send(HttpRequest.newBuilder(URI.create(address))
            .header("Accept-Language", language.toLanguageTag()))
        .filter(answer -> answer.statusCode() == 200)
        .map(HttpResponse::body);
  }

  /** A public page opens without signing in and says, in a language, what it has to (Art. 8). */
  Outcome pageSays(String address, Locale language, String html) {
    Optional<String> page = page(address, language);
    boolean says = page.filter(it -> it.contains(html.strip())).isPresent();
    Seen found = says ? Seen.WORDS_THERE : Seen.WORDS_MISSING;
    return Outcome.of(says, (page.isEmpty() ? Seen.PAGE_CLOSED : found).remark(address));
  }

  /** The first model that answers chats, by its name, or any; empty when there is none. */
  String model(GatewayDoor door, String key) {
    String first = "";
    for (JsonNode model : models(door, key).path("data")) {
      String id = model.path("id").asString("");
      if (id.contains("chat")) {
        return id;
      }
      first = first.isEmpty() ? id : first;
    }
    return first;
  }

  private JsonNode models(GatewayDoor door, String key) {
    return send(HttpRequest.newBuilder(URI.create(door.url() + "/v1/models"))
            .header("Authorization", "Bearer " + key))
        .map(Attempt::read)
        .orElseGet(JSON::createObjectNode);
  }

  private Optional<HttpResponse<String>> chat(
      GatewayDoor door, String key, String model, String prompt) {
    ObjectNode body = JSON.createObjectNode().put("model", model).put("max_tokens", 8);
    body.putArray("messages").addObject().put("role", "user").put("content", prompt);
    return post(door.url() + "/v1/chat/completions", key, JSON.writeValueAsString(body));
  }

  private Optional<HttpResponse<String>> post(String address, String key, String json) {
    return send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  /** The answer; empty when nothing answers there. */
  private Optional<HttpResponse<String>> send(HttpRequest.Builder request) {
    try {
      return Optional.of(client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString()));
    } catch (IOException unreachable) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static Outcome noAnswer() {
    return new Outcome(Outcome.Verdict.NO_ANSWER, Seen.OUT_OF_REACH.remark());
  }

  private static String told(HttpResponse<String> answer) {
    String code = code(answer);
    String told = answer.statusCode() + (code.isEmpty() ? "" : " " + code);
    return told.length() <= LONGEST ? told : told.substring(0, LONGEST);
  }

  private static String code(HttpResponse<String> answer) {
    return read(answer).path("error").path("code").asString("");
  }

  private static JsonNode read(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JacksonException noJson) {
      return JSON.createObjectNode();
    }
  }
}
