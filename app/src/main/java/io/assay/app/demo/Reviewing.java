package io.assay.app.demo;

import io.assay.app.demo.Cast.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requests are held because of a word, and reviewers decide; those of the last hours wait. */
final class Reviewing implements Scene {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> PROMPTS = Lines.of("held-prompts.txt");
  private static final int SHIFT = 8;
  private static final List<String> GROUNDS =
      List.of("HARMLESS", "ILLEGAL", "HARMLESS", "CONTEXT", "NEGATIVE", "UNSURE", "HARMLESS");

  private final Cast cast;
  private final Staff staff;
  private final Web web = new Web();
  private int decided;

  Reviewing(Cast cast, Staff staff) {
    this.cast = cast;
    this.staff = staff;
  }

  @Override
  public List<Deed> deeds(Stage stage) {
    List<Deed> deeds = new ArrayList<>();
    for (int day = 0; day < stage.days(); day++) {
      for (int hour : List.of(1, 9, 13)) {
        deeds.add(new Deed(stage.at(day, hour, 20), request(stage)));
        deeds.add(new Deed(stage.at(day, hour, 50), request(stage)));
      }
      for (int hour : List.of(3, 11, 15)) {
        deeds.add(
            new Deed(stage.at(day, hour, 5), () -> shift(List.of("reviewer", "second.reviewer"))));
        deeds.add(new Deed(stage.at(day, hour + 1, 5), () -> shift(List.of("senior.reviewer"))));
      }
    }
    deeds.add(new Deed(stage.before(205), () -> shift(List.of("second.reviewer"))));
    for (int minutes = 130; minutes > 0; minutes -= 15) {
      deeds.add(new Deed(stage.before(minutes), request(stage)));
    }
    return deeds;
  }

  private Runnable request(Stage stage) {
    User user = stage.pick(cast.verified());
    ObjectNode body = JSON.createObjectNode().put("model", "sample-chat");
    body.putArray("messages").addObject().put("role", "user").put("content", stage.pick(PROMPTS));
    return () -> web.call(stage.gateway("/v1/chat/completions"), user.key(), body.toString());
  }

  /** Each takes what comes next, one item after another, until nothing waits or it is enough. */
  private synchronized void shift(List<String> reviewers) {
    for (String name : reviewers) {
      Clerk clerk = staff.member(name);
      for (int item = 0; item < SHIFT; item++) {
        JsonNode task = clerk.act("/reviews/next");
        if (task.isMissingNode()) {
          break;
        }
        decide(clerk, name, task.path("id").asString());
      }
    }
  }

  private void decide(Clerk clerk, String name, String task) {
    String ground = GROUNDS.get(decided++ % GROUNDS.size());
    boolean expert = name.startsWith("senior");
    clerk.act("/reviews/" + task + "/content");
    clerk.act(
        "/reviews/" + task + "/decide",
        Map.of("ground", expert && ground.equals("UNSURE") ? "CONTEXT" : ground));
  }
}
