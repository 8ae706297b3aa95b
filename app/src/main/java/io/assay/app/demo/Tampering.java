package io.assay.app.demo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Labels are taken out of pictures, somebody has them checked, and a handler follows it up. */
final class Tampering implements Scene {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> PROMPTS = Lines.of("prompts.txt");
  private static final List<String> FACTS = Lines.of("tampered.txt");
  private static final int PNG_SIGNATURE = 8;
  private static final int AROUND_A_CHUNK = 12;

  private final Cast cast;
  private final Staff staff;
  private final Queue<byte[]> pictures = new ConcurrentLinkedQueue<>();

  Tampering(Cast cast, Staff staff) {
    this.cast = cast;
    this.staff = staff;
  }

  @Override
  public List<Deed> deeds(Stage stage) {
    List<Deed> deeds = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String prompt = PROMPTS.get(i);
      deeds.add(new Deed(stage.before(330 - 5 * i), () -> draw(stage, prompt)));
    }
    for (int i = 0; i < 3; i++) {
      deeds.add(new Deed(stage.before(260 - 65 * i), () -> check(stage)));
    }
    deeds.add(new Deed(stage.before(65), this::followUp));
    return deeds;
  }

  private void draw(Stage stage, String prompt) {
    ObjectNode body = JSON.createObjectNode().put("model", "sample-image").put("prompt", prompt);
    body.put("size", "512x512");
    try (Web web = new Web()) {
      String key = cast.verified().getFirst().key();
      JsonNode answer =
          JSON.readTree(
              web.call(stage.gateway("/v1/images/generations"), key, body.toString()).body());
      String picture = answer.path("data").path(0).path("b64_json").asString("");
      if (!picture.isEmpty()) {
        pictures.add(Base64.getDecoder().decode(picture));
      }
    }
  }

  private void check(Stage stage) {
    byte[] picture = pictures.poll();
    if (picture == null) {
      return;
    }
    try (Web web = new Web()) {
      web.upload(stage.office("/verify"), "picture.png", withoutLabels(picture));
    }
  }

  private void followUp() {
    Clerk handler = staff.member("case.handler");
    List<JsonNode> waiting =
        handler.read("/tampering?state=NEW").path("signals").valueStream().toList();
    if (waiting.size() > 1) {
      handler.act(
          path(waiting.get(1), "case"), Map.of("severity", "ORDINARY", "facts", FACTS.get(0)));
    }
    if (waiting.size() > 2) {
      handler.act(path(waiting.get(2), "dismiss"), Map.of("reason", FACTS.get(1)));
    }
  }

  private static String path(JsonNode signal, String step) {
    return "/tampering/" + signal.path("id").asString() + "/" + step;
  }

  /** The picture with nothing in its file but what draws it. */
  private static byte[] withoutLabels(byte[] png) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(png, 0, PNG_SIGNATURE);
    ByteBuffer in = ByteBuffer.wrap(png);
    int at = PNG_SIGNATURE;
    while (at < png.length) {
      int length = in.getInt(at) + AROUND_A_CHUNK;
      if (Character.isUpperCase((char) png[at + Integer.BYTES])) {
        out.write(png, at, length);
      }
      at += length;
    }
    return out.toByteArray();
  }
}
