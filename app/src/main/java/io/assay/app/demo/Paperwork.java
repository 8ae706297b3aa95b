package io.assay.app.demo;

import io.assay.app.demo.Cast.User;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Public documents and systems of rules: one officer drafts, another approves, end users accept
 * what they have to before they generate. The last of each still waits for the second officer.
 */
final class Paperwork implements Scene {
  private static final Pattern DUE = Pattern.compile("name=\"document\" value=\"([^\"]+)\"");
  private static final List<String> PAPERS = Lines.of("papers.tsv");
  private static final List<String> SYSTEMS = Lines.of("systems.tsv");

  private static final List<String> NUMBERS = Lines.of("numbers.tsv");

  /** Why documents and systems are put to the second officer. */
  private static final List<String> REASONS = Lines.of("reasons.txt");

  private final Staff staff;
  private final Clerk officer;

  Paperwork(Staff staff) {
    this.staff = staff;
    this.officer = staff.member("compliance");
  }

  /** What stands before the first day begins. */
  void prepare(Stage stage, Cast cast) {
    PAPERS.subList(0, PAPERS.size() - 1).forEach(this::publish);
    SYSTEMS.subList(0, SYSTEMS.size() - 1).forEach(line -> approve(enter(stage, line)));
    NUMBERS.forEach(this::change);
    SYSTEMS.subList(1, SYSTEMS.size() - 1).forEach(line -> drill(stage, line));
    cast.everybody().forEach(user -> accept(stage, user));
  }

  @Override
  public List<Deed> deeds(Stage stage) {
    return List.of(
        new Deed(
            stage.before(170),
            () -> {
              submit(draft(PAPERS.getLast()));
              enter(stage, SYSTEMS.getLast());
              promise(stage);
            }));
  }

  private void change(String line) {
    String[] number = line.split("\t", -1);
    approve(
        officer
            .act(
                "/policy-numbers/" + number[0],
                Map.of("value", Long.parseLong(number[1]), "reason", number[2]))
            .path("id")
            .asString());
  }

  private void publish(String line) {
    String id = draft(line);
    approve(submit(id));
    officer.act("/documents/" + id + "/publish");
  }

  private String draft(String line) {
    String[] paper = line.replace("\\n", "\n").split("\t", -1);
    Map<String, String> wording =
        Map.of(
            "title_zh", paper[2], "title_en", paper[3], "text_zh", paper[4], "text_en", paper[5]);
    boolean acceptance = Boolean.parseBoolean(paper[1]);
    return officer
        .act("/documents", Map.of("kind", paper[0], "wording", wording, "acceptance", acceptance))
        .path("id")
        .asString();
  }

  private String submit(String document) {
    return officer
        .act("/documents/" + document + "/submit", Map.of("reason", REASONS.get(0)))
        .path("id")
        .asString();
  }

  private String enter(Stage stage, String line) {
    String[] system = line.replace("\\n", "\n").split("\t", -1);
    LocalDate effective = stage.first().minusDays(20);
    officer.put(
        "/management-systems/" + system[0] + "/draft",
        Map.of(
            "title",
            system[1],
            "owner",
            system[2],
            "controls",
            List.of(system[3].split(" ", -1)),
            "body",
            system[4],
            "effective",
            effective.toString(),
            "next_review",
            effective.plusMonths(6).toString()));
    return officer
        .act("/management-systems/" + system[0] + "/submit", Map.of("reason", REASONS.get(1)))
        .path("id")
        .asString();
  }

  private void drill(Stage stage, String line) {
    officer.act(
        "/management-systems/" + line.substring(0, line.indexOf('\t')) + "/drills",
        Map.of(
            "held_on", stage.first().minusDays(3).toString(),
            "findings", Lines.of("drill.txt").getFirst()));
  }

  private void approve(String proposal) {
    staff.member("second.compliance").act("/approvals/" + proposal + "/approve");
  }

  private void promise(Stage stage) {
    officer.submit(
        "/limits",
        "/limits",
        Map.of(
            "rule", "intake.complaint-decide",
            "value", "7",
            "unit", "WORKING_DAY",
            "from", stage.first().plusDays(stage.days() + 7L).toString(),
            "reason", REASONS.get(2)));
  }

  private static void accept(Stage stage, User user) {
    String page = stage.office(user.subject().ownPath() + "/documents");
    try (Web web = new Web()) {
      Matcher due = DUE.matcher(web.get(page).body());
      if (!due.find()
          || web.submit(page, page, Map.of("document", due.group(1))).statusCode() >= 400) {
        throw new IllegalStateException(
            user.subject().reference() + " could not accept at " + page);
      }
    }
  }
}
