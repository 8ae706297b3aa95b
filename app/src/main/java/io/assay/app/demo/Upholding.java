package io.assay.app.demo;

import io.assay.app.demo.Cast.User;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who keeps breaking the rules is sanctioned; bad content is contained, kept and reported. */
final class Upholding implements Scene {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> FACTS = Lines.of("facts.txt");

  private final Cast cast;
  private final Staff staff;

  Upholding(Cast cast, Staff staff) {
    this.cast = cast;
    this.staff = staff;
  }

  @Override
  public List<Deed> deeds(Stage stage) {
    List<User> offenders = cast.offenders();
    return List.of(
        new Deed(stage.at(0, 4, 15), () -> insist(stage, offenders.get(0))),
        new Deed(stage.at(0, 5, 15), () -> sanction(offenders.get(0), "WARN", 30)),
        new Deed(stage.at(0, 6, 15), () -> sanction(offenders.get(1), "LIMIT", 7)),
        new Deed(stage.at(0, 7, 15), () -> suspend(offenders.get(2))),
        new Deed(stage.before(95), () -> sanction(offenders.get(1), "CLOSE", 0)),
        new Deed(stage.at(0, 8, 45), () -> report("ORDINARY", FACTS.get(1), true)),
        new Deed(stage.before(85), () -> report("SEVERE", FACTS.get(2), false)),
        new Deed(stage.before(25), () -> open("ORDINARY", FACTS.get(3))));
  }

  /**
   * Asks for the forbidden three times in a row, which a rule answers by itself and at once,
   * because the pool blocks these prompts.
   */
  private static void insist(Stage stage, User user) {
    try (Web web = new Web()) {
      for (String prompt : Lines.of("blocked-prompts.txt")) {
        ObjectNode body = JSON.createObjectNode().put("model", "sample-chat");
        body.putArray("messages").addObject().put("role", "user").put("content", prompt);
        web.call(stage.gateway("/v1/chat/completions"), user.key(), body.toString());
      }
    }
  }

  private void sanction(User user, String level, int days) {
    staff
        .member("reviewer")
        .act(
            "/sanctions",
            Map.of(
                "subject",
                user.subject().id(),
                "level",
                level,
                "ground",
                "AGAINST_RULES",
                "facts",
                FACTS.getFirst(),
                "clause",
                "4.2",
                "days",
                days,
                "capabilities",
                level.equals("LIMIT") ? List.of("image") : List.of(),
                "exchanges",
                List.of()));
  }

  private void suspend(User user) {
    sanction(user, "SUSPEND", 14);
    staff.member("senior.reviewer").approve(user.subject().id());
  }

  private String open(String severity, String facts) {
    Clerk handler = staff.member("case.handler");
    JsonNode made = handler.read("/exchanges?outcome=DELIVERED&limit=3").path("exchanges").path(0);
    if (made.isMissingNode()) {
      return "";
    }
    return handler
        .act(
            "/disposals",
            Map.of(
                "severity",
                severity,
                "facts",
                facts,
                "category",
                "A.1.8",
                "exchanges",
                List.of(made.path("id").asString())))
        .path("id")
        .asString();
  }

  /** Contains, preserves and reports; a report that is not sent still waits for an officer. */
  private void report(String severity, String facts, boolean sent) {
    String disposal = open(severity, facts);
    if (disposal.isEmpty()) {
      return;
    }
    Clerk handler = staff.member("case.handler");
    handler.act("/disposals/" + disposal + "/contain");
    handler.act("/disposals/" + disposal + "/preserve");
    String report =
        handler.act("/authority-reports", Map.of("about", disposal)).path("id").asString();
    String page = "/authority-reports/" + report;
    handler.submit(page, page + "/propose", Map.of("reason", "Ready to be sent"));
    if (!sent) {
      return;
    }
    staff.member("compliance").approve(report);
    handler.act(page + "/send", Map.of("receipt", "SAMPLE-2026-0001"));
    handler.act(page + "/acknowledge", Map.of("receipt", "SAMPLE-2026-0001"));
    handler.act("/disposals/" + disposal + "/close");
  }
}
