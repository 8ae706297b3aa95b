package io.assay.office.posture;

import java.util.Optional;

/** How controls stand now, for whoever binds something to them. */
public interface LiveControls {
  /** The status of a control as last computed; empty when there is no such control. */
  Optional<Status> status(String control);
}
