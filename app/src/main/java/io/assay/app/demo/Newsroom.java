package io.assay.app.demo;

import io.assay.office.journal.Act;
import io.assay.office.news.NewsDesk;
import io.assay.office.news.Permit;
import io.assay.office.news.Unit;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** News of a town that does not exist: reprinted well, reprinted badly, and without a source. */
final class Newsroom implements Scene {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String TITLE = "The lantern fair opens";
  private static final String ORIGINAL =
      "The lantern fair of Sampleville opened in the central park. Three hundred lanterns are shown"
          + " for five days. Entrance is free, and buses run until eleven at night.";

  private final Cast cast;
  private final Web web = new Web();

  Newsroom(Cast cast) {
    this.cast = cast;
  }

  @Override
  public List<Deed> deeds(Stage stage) {
    String exaggerated =
        ORIGINAL.replace("Three hundred", "Only thirty").replace("is free", "costs a fortune");
    return List.of(
        new Deed(stage.at(0, 8, 30), () -> permit(stage)),
        reprint(stage, 10, "Sample Morning Post", ORIGINAL),
        reprint(stage, 11, "A forum", ORIGINAL),
        reprint(stage, 12, "Fictional News Wire", exaggerated),
        publish(stage, 13, "Seen at the fair", "It was reported that a staff reporter got lost."));
  }

  private static void permit(Stage stage) {
    NewsDesk desk = stage.office(NewsDesk.class);
    desk.enter(
        new Permit(
            "SAMPLE-0001",
            "Sample Content Company",
            LocalDate.parse("2026-01-01"),
            LocalDate.parse("2030-12-31")),
        Act.SYSTEM);
    desk.importEdition(
        "Fictional units",
        LocalDate.parse("2026-01-01"),
        List.of(
            new Unit("Sample Morning Post", "example"), new Unit("Fictional News Wire", "example")),
        Act.SYSTEM);
  }

  private Deed reprint(Stage stage, int hour, String unit, String text) {
    ObjectNode body = JSON.createObjectNode().put("title", TITLE).put("text", text);
    body.put("form", "news")
        .putObject("news")
        .put("unit", unit)
        .put("title", TITLE)
        .put("url", "https://news.example.com/fair")
        .put("published_on", stage.first().toString())
        .put("text", ORIGINAL);
    return deed(stage, hour, body);
  }

  private Deed publish(Stage stage, int hour, String title, String text) {
    return deed(stage, hour, JSON.createObjectNode().put("title", title).put("text", text));
  }

  private Deed deed(Stage stage, int hour, ObjectNode body) {
    String key = stage.pick(cast.verified()).key();
    return new Deed(
        stage.at(0, hour, 20),
        () -> web.call(stage.gateway("/v1/publications"), key, body.toString()));
  }
}
