package io.assay.app.demo;

import io.assay.office.rumor.Rumors;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A bridge is said to have fallen; it stands. The rumor is found false, contained and refuted. */
final class Gossip implements Scene {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String CLAIM = "The lantern bridge of Sampleville fell into the river";
  private static final String HANDLER = "staff:case.handler";
  private static final String OFFICER = "staff:compliance.officer";

  private final Cast cast;
  private final Web web = new Web();

  Gossip(Cast cast) {
    this.cast = cast;
  }

  @Override
  public List<Deed> deeds(Stage stage) {
    return List.of(
        publish(stage, 15, "The bridge", CLAIM + ". Nobody was hurt."),
        publish(stage, 16, "Heard at the market", "They say: " + CLAIM + "!"),
        new Deed(stage.at(0, 17, 5), () -> refute(stage)),
        new Deed(
            stage.at(stage.days() - 1, 9, 10),
            () ->
                stage
                    .office(Rumors.class)
                    .open("It will snow in Sampleville in July.", "snow in July", true, HANDLER)));
  }

  private static void refute(Stage stage) {
    Rumors rumors = stage.office(Rumors.class);
    String id = rumors.open(CLAIM + ".", CLAIM, false, HANDLER).id();
    rumors.verify(id, true, "Sampleville council", "https://example.com/bridge", HANDLER);
    rumors.contain(id, HANDLER);
    rumors.refute(id, "The bridge stands; it was closed for painting.", OFFICER);
    rumors.report(id, "SAMPLE-RECEIPT-1", HANDLER);
  }

  private Deed publish(Stage stage, int hour, String title, String text) {
    String key = stage.pick(cast.verified()).key();
    String body = JSON.createObjectNode().put("title", title).put("text", text).toString();
    return new Deed(
        stage.at(0, hour, 0), () -> web.call(stage.gateway("/v1/publications"), key, body));
  }
}
