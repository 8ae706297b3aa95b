package io.assay.bench.gateway;

import io.assay.gateway.http.Json;
import io.assay.gateway.upstream.Upstream;
import io.assay.gateway.upstream.UpstreamException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** A model service that answers the same paragraph after a fixed time. */
record SlowUpstream(Duration time) implements Upstream {
  private static final byte[] ANSWER =
      ("{\"created\":1,\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
              + "The moon pulls the sea towards it and the earth turns beneath. ".repeat(20)
              + "\"},\"finish_reason\":\"stop\"}]}")
          .getBytes(StandardCharsets.UTF_8);

  @Override
  public String name() {
    return "slow";
  }

  @Override
  public boolean serves(String model) {
    return true;
  }

  @Override
  public Answer get(String path) {
    return post(path, Json.object());
  }

  @Override
  public Answer post(String path, ObjectNode body) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UpstreamException("interrupted", e);
    }
    return new Answer(200, "application/json", Map.of(), ANSWER);
  }

  @Override
  public Opened open(String path, ObjectNode body) {
    return new Opened.Whole(post(path, body));
  }
}
