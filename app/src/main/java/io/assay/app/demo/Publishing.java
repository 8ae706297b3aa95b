package io.assay.app.demo;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Users publish short works, two a day. */
final class Publishing implements Scene {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> WORKS = Lines.of("works.txt");

  private final Cast cast;
  private final Web web = new Web();

  Publishing(Cast cast) {
    this.cast = cast;
  }

  @Override
  public List<Deed> deeds(Stage stage) {
    List<Deed> deeds = new ArrayList<>();
    for (int i = 0; i < WORKS.size(); i++) {
      String[] work = WORKS.get(i).split("\t", -1);
      String key = stage.pick(cast.verified()).key();
      String body = JSON.createObjectNode().put("title", work[0]).put("text", work[1]).toString();
      deeds.add(
          new Deed(
              stage.at(i % stage.days(), 9 + i % 9, 10 * (i % 6)),
              () -> web.call(stage.gateway("/v1/publications"), key, body)));
    }
    return deeds;
  }
}
