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
  private static final List<String> GOOD = Lines.of("held-prompts.txt");
  private static final List<String> BAD = Lines.of("held-bad-prompts.txt");
  private static final int BAD_OF_TEN = 4;
  private static final int SHIFT = 16;

  /** People slip once in so many decisions, and are unsure once in so many. */
  private static final int SLIP = 17;

  private static final int UNSURE = 29;

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
        for (int minute = 20; minute < 60; minute += 10) {
          deeds.add(new Deed(stage.at(day, hour, minute), request(stage)));
        }
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
    String prompt = stage.pick(stage.chance().nextInt(10) < BAD_OF_TEN ? BAD : GOOD);
    body.putArray("messages").addObject().put("role", "user").put("content", prompt);
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
    JsonNode seen = clerk.act("/reviews/" + task + "/content");
    for (JsonNode file : seen.path("files")) {
      clerk.open("/reviews/" + task + "/content/" + file.path("field").asString());
    }
    boolean expert = name.startsWith("senior");
    String ground = ground(seen.path("text").asString(), expert);
    clerk.act("/reviews/" + task + "/decide", Map.of("ground", ground));
  }

  /** What is right, but for a slip now and then; an expert is always sure. */
  private String ground(String text, boolean expert) {
    decided++;
    if (!expert && decided % UNSURE == 0) {
      return "UNSURE";
    }
    boolean bad = BAD.stream().anyMatch(text::contains);
    boolean slips = !expert && decided % SLIP == 0;
    return bad == slips ? (decided % 3 == 0 ? "CONTEXT" : "HARMLESS") : "NEGATIVE";
  }
}
