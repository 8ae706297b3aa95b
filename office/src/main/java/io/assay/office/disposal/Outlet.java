package io.assay.office.disposal;

import java.util.List;

/**
 * A way by which content stays reachable after it was delivered. Every feature that publishes or
 * hands out content contributes a bean of this type, so that containing reaches all of them.
 */
public interface Outlet {

  String name();

  /**
   * Stops the contents of these exchanges and numbers at this outlet, inside the caller's
   * transaction, and says how many it stopped.
   */
  int contain(List<String> exchanges, List<String> produceIds, String reason, String actor);
}
