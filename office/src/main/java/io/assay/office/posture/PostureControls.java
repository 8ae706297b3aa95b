package io.assay.office.posture;

import io.assay.office.management.LiveControls;
import org.springframework.stereotype.Component;

/** What the posture says, for the management systems that are bound to controls (Art. 7). */
@Component
class PostureControls implements LiveControls {
  private final Posture posture;

  PostureControls(Posture posture) {
    this.posture = posture;
  }

  @Override
  public LiveControls.Status status(String control) {
    return posture
        .status(control)
        .map(it -> LiveControls.Status.valueOf(it.name()))
        .orElse(LiveControls.Status.INSUFFICIENT_EVIDENCE);
  }
}
