package io.assay.gateway.publication;

import io.assay.gateway.exchange.Exchange;
import io.assay.gateway.http.Json;
import io.assay.gateway.http.Refusal;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET} and {@code DELETE /v1/publications/{id}}: an author's own. Thread-safe. */
public final class Publications {
  public static final String PATH = PublicationRequest.PATH + "/";

  private final PublicationDesk desk;

  public Publications(PublicationDesk desk) {
    this.desk = desk;
  }

  public Optional<Refusal> show(Exchange exchange) {
    return answer(exchange, desk.find(id(exchange), exchange.caller()));
  }

  public Optional<Refusal> recall(Exchange exchange) {
    return answer(exchange, desk.recall(id(exchange), exchange.caller()));
  }

  private static Optional<Refusal> answer(Exchange exchange, Optional<Entry> entry) {
    if (entry.isEmpty()) {
      return Optional.of(Refusal.notFound(exchange.inbound().path()));
    }
    exchange.inbound().send(200, "application/json", Map.of(), Json.bytes(shown(entry.get())));
    return Optional.empty();
  }

  private static String id(Exchange exchange) {
    return exchange.inbound().path().substring(PATH.length());
  }

  static ObjectNode shown(Entry entry) {
    var shown = Json.object().put("id", entry.id()).put("object", "publication");
    shown.put("status", entry.state()).put("title", entry.title()).put("url", entry.url());
    return entry.why().isEmpty() ? shown : shown.put("why", entry.why());
  }
}
