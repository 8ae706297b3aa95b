package io.assay.app.demo;

import io.assay.app.demo.Cast.User;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Users generate text, pictures and speech; a few ask for what is not allowed. */
final class Generating implements Scene {
  private static final JsonMapper JSON = new JsonMapper();

  /** Of a hundred requests of a day, how many fall into each hour. */
  private static final int[] HOURS = {
    1, 1, 0, 0, 0, 1, 2, 3, 5, 8, 9, 8, 5, 5, 7, 8, 8, 6, 5, 6, 5, 4, 2, 1
  };

  private static final List<String> PROMPTS = Lines.of("prompts.txt");
  private static final List<String> REFUSED = Lines.of("refused-prompts.txt");
  private static final int REFUSED_IN_THOUSAND = 35;
  private static final int UNVERIFIED_IN_THOUSAND = 15;

  private final Cast cast;
  private final Web web = new Web();

  Generating(Cast cast) {
    this.cast = cast;
  }

  @Override
  public List<Deed> deeds(Stage stage) {
    List<Deed> deeds = new ArrayList<>();
    for (int day = 0; day < stage.days(); day++) {
      for (int hour = 0; hour < HOURS.length; hour++) {
        for (int i = 0; i < HOURS[hour]; i++) {
          deeds.add(new Deed(stage.at(day, hour, stage.chance().nextInt(60)), request(stage)));
        }
      }
    }
    return deeds;
  }

  private Runnable request(Stage stage) {
    int dice = stage.chance().nextInt(1000);
    boolean refused = dice < REFUSED_IN_THOUSAND;
    boolean unverified = !refused && dice < REFUSED_IN_THOUSAND + UNVERIFIED_IN_THOUSAND;
    List<User> who = unverified ? cast.unverified() : cast.verified();
    String key = stage.pick(who).key();
    String prompt = stage.pick(refused ? REFUSED : PROMPTS);
    int kind = refused ? 0 : stage.chance().nextInt(10);
    if (kind < 7) {
      ObjectNode body = JSON.createObjectNode().put("model", "sample-chat");
      body.putArray("messages").addObject().put("role", "user").put("content", prompt);
      body.put("stream", stage.chance().nextBoolean());
      return () -> web.call(stage.gateway("/v1/chat/completions"), key, body.toString());
    }
    if (kind < 9) {
      ObjectNode body = JSON.createObjectNode().put("model", "sample-image").put("prompt", prompt);
      body.put("size", "512x512");
      return () -> web.call(stage.gateway("/v1/images/generations"), key, body.toString());
    }
    ObjectNode body = JSON.createObjectNode().put("model", "sample-speech").put("input", prompt);
    body.put("voice", "sample");
    return () -> web.call(stage.gateway("/v1/audio/speech"), key, body.toString());
  }
}
