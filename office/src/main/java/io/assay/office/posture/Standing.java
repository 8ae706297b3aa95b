package io.assay.office.posture;

import java.util.Optional;

/** A control and what it came to; without a result there is not enough evidence. */
public record Standing(Control control, Optional<ControlResult> result) {
  public Status status() {
    return result.map(ControlResult::status).orElse(Status.INSUFFICIENT_EVIDENCE);
  }
}
