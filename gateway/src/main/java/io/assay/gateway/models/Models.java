package io.assay.gateway.models;

import io.assay.gateway.exchange.Exchange;
import io.assay.gateway.http.Json;
import io.assay.gateway.http.Refusal;
import io.assay.gateway.upstream.Upstream;
import io.assay.gateway.upstream.UpstreamException;
import io.assay.gateway.upstream.Upstreams;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /v1/models}: what the upstreams serve, in names only. Thread-safe. */
public final class Models {
  private final Upstreams upstreams;

  public Models(Upstreams upstreams) {
    this.upstreams = upstreams;
  }

  public Optional<Refusal> answer(Exchange exchange) {
    var models = Json.array();
    for (var upstream : upstreams.all()) {
      add(upstream, models);
    }
    var list = Json.object().put("object", "list");
    list.set("data", models);
    exchange.inbound().send(200, "application/json", Map.of(), Json.bytes(list));
    return Optional.empty();
  }

  private static void add(Upstream upstream, ArrayNode models) {
    var answer = upstream.get("/models");
    if (!answer.ok()) {
      return;
    }
    try {
      for (var model : Json.read(answer.body()).path("data")) {
        var id = model.path("id").asString("");
        if (upstream.serves(id)) {
          models.add(described(id, model.path("created").asLong(0), upstream.name()));
        }
      }
    } catch (JacksonException e) {
      throw new UpstreamException(
          "the upstream '" + upstream.name() + "' lists its models in no known form", e);
    }
  }

  private static ObjectNode described(String id, long created, String owner) {
    return Json.object()
        .put("id", id)
        .put("object", "model")
        .put("created", created)
        .put("owned_by", owner);
  }
}
