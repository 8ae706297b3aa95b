package io.assay.office.staff;

import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/** Somebody who gave the right password and still owes the second factor: may do nothing else. */
record Halfway(String id, String name, long epoch) implements AuthenticatedPrincipal, Serializable {

  @Override
  public String getName() {
    return name;
  }
}
