package io.assay.office.posture;

import java.util.Optional;

/** How controls stand now, for whoever binds something to them. */
public interface LiveControls {
  /**
   * The status of a control as last computed; empty when there is no such control, and for one that
   * itself follows from what is bound to controls.
   */
  Optional<Status> status(String control);
}
