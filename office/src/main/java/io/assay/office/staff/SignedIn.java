package io.assay.office.staff;

import java.io.Serializable;
import java.util.Set;
import org.springframework.security.core.AuthenticatedPrincipal;

/** The member of staff behind a session, as of its {@code epoch}. */
public record SignedIn(String id, String name, Set<Role> roles, long epoch)
    implements AuthenticatedPrincipal, Serializable {
  public SignedIn {
    roles = Set.copyOf(roles);
  }

  @Override
  public String getName() {
    return name;
  }

  /** This member as the actor of an act. */
  public String actor() {
    return "staff:" + id;
  }

  /** Whether any role of this member brings any of the rights. */
  public boolean may(Right... wanted) {
    for (Right right : wanted) {
      if (roles.stream().anyMatch(right::heldBy)) {
        return true;
      }
    }
    return false;
  }
}
