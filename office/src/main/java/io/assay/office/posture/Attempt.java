package io.assay.office.posture;

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
  record Outcome(Verdict verdict, String detail) {
    enum Verdict {
      AS_WANTED,
      NOT_AS_WANTED,
      NO_ANSWER
    }

    static Outcome of(boolean wanted, String detail) {
      return new Outcome(wanted ? Verdict.AS_WANTED : Verdict.NOT_AS_WANTED, detail);
    }
  }

  /** A key without verified identity is refused before its request is even read (Art. 9). */
  Outcome publishUnverified(GatewayDoor door, String key) {
    HttpResponse<String> answer = post(door.url() + "/v1/publications", key, "{}");
    boolean refused = answer.statusCode() == 403 && code(answer).equals("identity_required");
    return Outcome.of(refused, "publishing answered " + told(answer));
  }

  /** A known-bad prompt is blocked before the model is called (Art. 10). */
  Outcome promptBad(GatewayDoor door, String key, String model, String prompt) {
    HttpResponse<String> answer = chat(door, key, model, prompt);
    return switch (answer.statusCode()) {
      case 200 -> Outcome.of(false, "a known-bad prompt was answered");
      case 400 ->
          Outcome.of(
              code(answer).equals("content_policy_violation"),
              "known-bad answered " + told(answer));
      default -> new Outcome(Outcome.Verdict.NO_ANSWER, told(answer));
    };
  }

  /** A known-good prompt is answered: blocking too much is a fault as well. */
  Outcome promptGood(GatewayDoor door, String key, String model, String prompt) {
    HttpResponse<String> answer = chat(door, key, model, prompt);
    return switch (answer.statusCode()) {
      case 200 ->
          Outcome.of(
              !answer.body().contains("\"finish_reason\":\"content_filter\""),
              "known-good answered " + told(answer));
      case 400 -> Outcome.of(false, "known-good answered " + told(answer));
      default -> new Outcome(Outcome.Verdict.NO_ANSWER, told(answer));
    };
  }

  /** A public page opens without signing in (Art. 12). */
  Outcome openPage(String address) {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address)));
    return Outcome.of(answer.statusCode() == 200, address + " answered " + answer.statusCode());
  }

  /** A public form opens without signing in and can be sent (Art. 12). */
  Outcome openForm(String address) {
    Optional<String> page = page(address, Locale.CHINESE);
    boolean form = page.filter(it -> it.contains("<form") && it.contains("method=\"post\"")).isPresent();
    return Outcome.of(form, address + (form ? " has its form" : " has no form"));
  }

  /** A public page in a language; empty when it does not open. */
  Optional<String> page(String address, Locale language) {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(address))
                .header("Accept-Language", language.toLanguageTag()));
    return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
  }

  /** A public page opens without signing in and says, in a language, what it has to (Art. 8). */
  Outcome pageSays(String address, Locale language, String html) {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(address))
                .header("Accept-Language", language.toLanguageTag()));
    boolean says = answer.statusCode() == 200 && answer.body().contains(html.strip());
    String found = says ? " says what was approved" : " does not say what was approved";
    return Outcome.of(says, address + " answered " + answer.statusCode() + found);
  }

  /** The first model that answers chats, by its name, or any; empty when there is none. */
  String model(GatewayDoor door, String key) {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(door.url() + "/v1/models"))
                .header("Authorization", "Bearer " + key));
    String first = "";
    for (JsonNode model : read(answer).path("data")) {
      String id = model.path("id").asString("");
      if (id.contains("chat")) {
        return id;
      }
      first = first.isEmpty() ? id : first;
    }
    return first;
  }

  private HttpResponse<String> chat(GatewayDoor door, String key, String model, String prompt) {
    ObjectNode body = JSON.createObjectNode().put("model", model).put("max_tokens", 8);
    body.putArray("messages").addObject().put("role", "user").put("content", prompt);
    return post(door.url() + "/v1/chat/completions", key, JSON.writeValueAsString(body));
  }

  private HttpResponse<String> post(String address, String key, String json) {
    return send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    } catch (IOException unreachable) {
      throw new IllegalStateException("out of reach: " + unreachable.getMessage(), unreachable);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
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
