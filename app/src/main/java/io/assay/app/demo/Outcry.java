package io.assay.app.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** People complain, report and appeal at the public doors; handlers work on it; the last wait. */
final class Outcry implements Scene {
  private static final Pattern CODE = Pattern.compile("receipt-code[^>]*>([0-9a-z-]{10,})<");

  /** How far a matter gets. */
  private enum Goal {
    RECEIVED,
    ACCEPTED,
    ASKED,
    REFUSED,
    REJECTED,
    PARTLY,
    UPHELD
  }

  /** What somebody writes and what comes of it. */
  private record Matter(
      String door, String topic, Goal goal, String text, String answer, boolean early) {
    static Matter of(String line) {
      String[] cells = line.split("\t", -1);
      Goal goal = Goal.valueOf(cells[2]);
      return new Matter(
          cells[0], cells[1], goal, cells[3], cells[4], goal.compareTo(Goal.ASKED) > 0);
    }
  }

  private final Staff staff;
  private final Set<String> contested = new HashSet<>();

  Outcry(Staff staff) {
    this.staff = staff;
  }

  @Override
  public List<Deed> deeds(Stage stage) {
    List<Deed> deeds = new ArrayList<>();
    List<Matter> matters = Lines.of("matters.tsv").stream().map(Matter::of).toList();
    for (int i = 0; i < matters.size(); i++) {
      Matter matter = matters.get(i);
      String handler = i % 3 == 0 ? "second.handler" : "case.handler";
      deeds.add(
          new Deed(
              matter.early()
                  ? stage.at(i % Math.max(1, stage.days() - 1), 9 + i % 4, 10)
                  : stage.before(100 - 5 * i % 60),
              () -> bring(stage, matter, handler)));
    }
    return deeds;
  }

  private synchronized void bring(Stage stage, Matter matter, String handler) {
    String about = matter.door().equals("appeal") ? contestable(matter.topic()) : "";
    if (matter.door().equals("appeal") && about.isEmpty()) {
      return;
    }
    try (Web web = new Web()) {
      String page = stage.office("/" + matter.door());
      String received =
          web.petition(page, Map.of("topic", matter.topic(), "text", matter.text(), "about", about))
              .body();
      Matcher code = CODE.matcher(received);
      if (!code.find()) {
        throw new IllegalStateException("no receipt at " + page);
      }
      handle(matter, staff.member(handler));
      if (matter.early()) {
        web.get(page + "/" + code.group(1));
      }
    }
  }

  /**
   * A limit, or a stopped exchange on which no sanction rests, that nobody has contested yet; empty
   * when there is none.
   */
  private String contestable(String topic) {
    Clerk auditor = staff.member("auditor");
    List<JsonNode> sanctions = auditor.read("/sanctions").path("sanctions").valueStream().toList();
    Set<String> sanctioned =
        sanctions.stream()
            .flatMap(it -> it.path("exchanges").valueStream())
            .map(JsonNode::asString)
            .collect(Collectors.toSet());
    Stream<JsonNode> decisions =
        topic.equals("too-hard")
            ? sanctions.stream().filter(it -> it.at("/statement/level").asString().equals("LIMIT"))
            : auditor.read("/exchanges?outcome=BLOCKED_INPUT").path("exchanges").valueStream();
    return decisions
        .map(it -> it.path("id").asString())
        .filter(id -> !sanctioned.contains(id))
        .filter(contested::add)
        .findFirst()
        .orElse("");
  }

  private void handle(Matter matter, Clerk handler) {
    String id =
        handler.read("/cases?state=RECEIVED&limit=1").path("cases").path(0).path("id").asString();
    String path = "/cases/" + id;
    switch (matter.goal()) {
      case RECEIVED -> {}
      case ACCEPTED -> handler.act(path + "/accept");
      case ASKED -> {
        handler.act(path + "/claim");
        handler.act(path + "/message", Map.of("text", matter.answer()));
      }
      case REFUSED ->
          handler.act(path + "/refuse", Map.of("text", matter.answer(), "ground", "NO_REASONS"));
      case REJECTED, PARTLY, UPHELD -> {
        handler.act(path + "/claim");
        handler.act(
            path + "/decide", Map.of("finding", matter.goal().name(), "text", matter.answer()));
        staff.member("compliance").approve(id);
      }
    }
  }
}
