package io.assay.gateway.exchange;

import io.assay.gateway.http.Refusal;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What one kind of request adds to the common way. Thread-safe. */
public interface Endpoint {

  /** Reads a request and says whether it can be served. */
  Result<Ask> read(ObjectNode body);

  /** Whether what it delivers is published: open to everybody, not to the caller alone. */
  default boolean publishes() {
    return false;
  }

  /** Walks the rest of the way: generate, review, mark, read back, record, deliver. */
  Optional<Refusal> answer(Exchange exchange);
}
