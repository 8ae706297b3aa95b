package io.assay.office.approval;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An action that waits for a second person, or what became of it.
 *
 * @param kind the {@link TwoPersonAction#kind}
 * @param about identifier of what it changes
 * @param facts what will be done, as text
 * @param reason why, in the proposer's words
 * @param proposedBy an actor
 * @param decidedBy an actor, null while it is open and when it expired
 */
public record Proposal(
    String id,
    String kind,
    String about,
    Map<String, String> facts,
    String reason,
    String proposedBy,
    Instant proposedAt,
    Instant expiresAt,
    State state,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    String note) {

  /** What became of a proposal. */
  public enum State {
    OPEN,
    APPROVED,
    REJECTED,
    WITHDRAWN,
    EXPIRED
  }

  public Proposal {
    facts = Map.copyOf(facts);
  }

  /** The fact of that name. */
  public String fact(String name) {
    String value = facts.get(name);
    if (value == null) {
      throw new IllegalArgumentException("proposal " + id + " of " + kind + " has no " + name);
    }
    return value;
  }

  /** The facts in the order of their names, for pages. */
  public Map<String, String> ordered() {
    return new TreeMap<>(facts);
  }
}
