package io.assay.app.demo;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A member of staff at work: signed in through the office's door, and with an access token. */
final class Clerk {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern SECRET = Pattern.compile("assay_st_[A-Za-z0-9_-]{43}");
  private static final String API = "/api/v1";

  private final Stage stage;
  private final Web web = new Web();
  private final String token;

  private Clerk(Stage stage, String name, String oneTimePassword, String password) {
    this.stage = stage;
    submit("/sign-in", "/sign-in", Map.of("username", name, "password", oneTimePassword));
    Map<String, String> change = new LinkedHashMap<>();
    change.put("current", oneTimePassword);
    change.put("next", password);
    change.put("repeated", password);
    submit("/account/password", "/account/password", change);
    String page = submit("/account/tokens", "/account/tokens", Map.of("name", "demo")).body();
    Matcher secret = SECRET.matcher(page);
    if (!secret.find()) {
      throw new IllegalStateException(name + " got no access token");
    }
    this.token = secret.group();
  }

  /** Signs a new member in, who chooses a password and takes a token. */
  static Clerk of(Stage stage, String name, String oneTimePassword, String password) {
    return new Clerk(stage, name, oneTimePassword, password);
  }

  /** Reads from the programming interface. */
  JsonNode read(String path) {
    return said(path, web.ask(stage.office(API + path), token));
  }

  /** Asks the programming interface to do something. */
  JsonNode act(String path, Map<String, ?> fields) {
    return said(path, web.call(stage.office(API + path), token, JSON.writeValueAsString(fields)));
  }

  JsonNode act(String path) {
    return act(path, Map.of());
  }

  /** Looks at a file. */
  void open(String path) {
    HttpResponse<String> answer = web.call(stage.office(API + path), token, "{}");
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(path + " answered " + answer.statusCode());
    }
  }

  /** Puts something in the place of what stands there. */
  JsonNode put(String path, Map<String, ?> fields) {
    return said(path, web.put(stage.office(API + path), token, JSON.writeValueAsString(fields)));
  }

  /** Agrees to whatever waits about a thing. */
  void approve(String about) {
    for (JsonNode waiting : read("/approvals?limit=200").path("approvals")) {
      JsonNode proposal = waiting.path("proposal");
      if (proposal.path("about").asString().equals(about)) {
        act("/approvals/" + proposal.path("id").asString() + "/approve");
      }
    }
  }

  /** Fills in the form of a page. */
  HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
    HttpResponse<String> answer = web.submit(stage.office(page), stage.office(action), fields);
    if (answer.statusCode() >= 400) {
      throw new IllegalStateException(action + " answered " + answer.statusCode());
    }
    return answer;
  }

  private static JsonNode said(String path, HttpResponse<String> answer) {
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(
          path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body().isEmpty() ? JSON.missingNode() : JSON.readTree(answer.body());
  }
}
