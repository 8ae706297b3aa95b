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

  /**
   * Lets out again what it stopped of them for that disposal case and nothing else, inside the
   * caller's transaction, and says how many.
   */
  int restore(List<String> exchanges, List<String> produceIds, String disposal, Reason why);

  /** Why something is let out again, and in whose name. */
  record Reason(String text, String actor) {}
}
