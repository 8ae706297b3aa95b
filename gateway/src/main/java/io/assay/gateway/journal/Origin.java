package io.assay.gateway.journal;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;

/** Where an exchange came from and what it asked for. Unknown parts are empty. */
public record Origin(
    String tenant, String key, String subject, String endpoint, String capability, String model) {
  public Origin {
    requireNonNull(tenant, "tenant");
    requireNonNull(key, "key");
    requireNonNull(subject, "subject");
    requireNonNull(endpoint, "endpoint");
    requireNonNull(capability, "capability");
    requireNonNull(model, "model");
  }

  Map<String, Object> body() {
    var body = new TreeMap<String, Object>();
    body.put("tenant", tenant);
    body.put("key", key);
    body.put("subject", subject);
    body.put("endpoint", endpoint);
    body.put("capability", capability);
    body.put("model", model);
    return body;
  }
}
