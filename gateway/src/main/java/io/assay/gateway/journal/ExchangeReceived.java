package io.assay.gateway.journal;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The first entry of an exchange: a known caller asked for something. Written before the upstream
 * is called, so that even an exchange that a crash cut short has left its trace.
 */
public record ExchangeReceived(
    String exchange,
    Origin origin,
    boolean stream,
    Measure input,
    List<AttachmentRecord> attachments) {
  public static final String TYPE = "exchange.received";

  public ExchangeReceived {
    requireNonNull(exchange, "exchange");
    requireNonNull(origin, "origin");
    requireNonNull(input, "input");
    attachments = List.copyOf(attachments);
  }

  public Map<String, Object> body() {
    var body = new TreeMap<String, Object>(origin.body());
    body.put("exchange", exchange);
    body.put("stream", stream);
    body.put("input", input.body());
    if (!attachments.isEmpty()) {
      body.put("attachments", attachments.stream().map(AttachmentRecord::body).toList());
    }
    return body;
  }
}
