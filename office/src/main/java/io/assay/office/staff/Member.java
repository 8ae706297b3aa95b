package io.assay.office.staff;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff.
 *
 * @param oneTimePassword whether the password must be changed before anything else
 * @param secondFactor whether an authenticator is bound to the account
 * @param epoch grows when roles, password or access change; sessions of an older epoch have ended
 */
public record Member(
    String id,
    String name,
    Set<Role> roles,
    boolean oneTimePassword,
    boolean disabled,
    @Nullable Instant lockedUntil,
    boolean secondFactor,
    @Nullable Instant signedInAt,
    long epoch,
    Instant createdAt) {
  public Member {
    roles = Set.copyOf(roles);
  }

  public boolean locked(Instant now) {
    return lockedUntil != null && now.isBefore(lockedUntil);
  }

  public SignedIn signedIn() {
    return new SignedIn(id, name, roles, epoch);
  }
}
