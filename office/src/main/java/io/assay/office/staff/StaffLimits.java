package io.assay.office.staff;

import java.time.Duration;

/** Limits of staff accounts as they are now; all of them are policy. */
public interface StaffLimits {
  /** Failed sign-ins that lock an account. */
  int failures();

  /** Failed sign-ins within {@link #lock} that hold an address. */
  int failuresPerAddress();

  /** How long an account or an address is held. */
  Duration lock();

  /** How long a session lasts without a request. */
  Duration idle();

  /** In characters. */
  int shortestPassword();

  /** How long an access token works that is made now. */
  Duration tokenLife();
}
