package io.assay.gateway.exchange;

import io.assay.gateway.http.Refusal;
import java.util.Optional;

/** One step of the way. */
@FunctionalInterface
interface Step {

  /** Takes the step; a refusal ends the way here. */
  Optional<Refusal> take(Exchange exchange);
}
