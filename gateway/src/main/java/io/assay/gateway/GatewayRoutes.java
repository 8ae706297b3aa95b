package io.assay.gateway;

import io.assay.gateway.access.Snapshots;
import io.assay.gateway.content.ContentStore;
import io.assay.gateway.exchange.Endpoint;
import io.assay.gateway.exchange.Way;
import io.assay.gateway.http.Inbound;
import io.assay.gateway.http.Json;
import io.assay.gateway.http.Refusal;
import io.assay.gateway.http.Routes;
import io.assay.gateway.models.Models;
import io.assay.gateway.publication.Publications;
import io.assay.gateway.receipt.Receipts;
import java.util.Map;
import java.util.Optional;

/** Every address of the gateway. A path that is not here is refused. */
final class GatewayRoutes implements Routes {
  private final Way way;
  private final Map<String, Endpoint> generating;
  private final Models models;
  private final Receipts receipts;
  private final ContentStore contents;
  private final Optional<Publications> publications;
  private final Snapshots snapshots;

  GatewayRoutes(
      Way way,
      Map<String, Endpoint> generating,
      Models models,
      Receipts receipts,
      ContentStore contents,
      Optional<Publications> publications,
      Snapshots snapshots) {
    this.way = way;
    this.generating = Map.copyOf(generating);
    this.models = models;
    this.receipts = receipts;
    this.contents = contents;
    this.publications = publications;
    this.snapshots = snapshots;
  }

  @Override
  public void serve(String method, Inbound inbound) {
    var endpoint = generating.get(inbound.path());
    if (endpoint != null && method.equals("POST")) {
      way.walk(inbound, endpoint);
    } else if (method.equals("GET") && inbound.path().equals("/v1/models")) {
      way.ask(inbound, models::answer);
    } else if (method.equals("GET") && inbound.path().startsWith(Receipts.PATH)) {
      way.ask(inbound, receipts::answer);
    } else if (method.equals("GET") && inbound.path().startsWith(ContentStore.PATH)) {
      contents.answer(inbound);
    } else if (publications.isPresent() && inbound.path().startsWith(Publications.PATH)) {
      publication(method, inbound, publications.get());
    } else if (method.equals("GET") && inbound.path().equals("/health")) {
      health(inbound);
    } else {
      Refusal.notFound(method + " " + inbound.path()).send(inbound);
    }
  }

  private void publication(String method, Inbound inbound, Publications publications) {
    switch (method) {
      case "GET" -> way.ask(inbound, publications::show);
      case "DELETE" -> way.ask(inbound, publications::recall);
      default -> Refusal.notFound(method + " " + inbound.path()).send(inbound);
    }
  }

  private void health(Inbound inbound) {
    var open = snapshots.current().isPresent();
    var body = Json.object().put("status", open ? "UP" : "CLOSED");
    inbound.send(open ? 200 : 503, "application/json", Map.of(), Json.bytes(body));
  }
}
