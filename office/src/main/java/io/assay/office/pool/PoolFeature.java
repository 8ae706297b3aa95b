package io.assay.office.pool;

import io.assay.review.Feature;
import io.assay.review.Rule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feature with its life so far.
 *
 * @param about what gave rise to it: a task, a case, a message; empty if nothing did
 * @param replaces the feature in whose place it comes, empty for a new one
 * @param editor an actor
 * @param approver an actor, never the editor
 * @param dueAt by when an emergency entry is reviewed; policy
 */
public record PoolFeature(
    Feature feature,
    Origin origin,
    String about,
    String replaces,
    FeatureState state,
    String editor,
    @Nullable String approver,
    Instant enteredAt,
    @Nullable Instant approvedAt,
    Instant changedAt,
    @Nullable Instant dueAt) {
  private static final int SHOWN = 400;

  /** How a feature came to be proposed. */
  public enum Origin {
    STARTER,
    STAFF,
    EMERGENCY,
    FALSE_POSITIVE,
    RUMOR
  }

  public String id() {
    return feature.id();
  }

  public Rule rule() {
    return feature.rule();
  }

  public FeatureKind kind() {
    return FeatureKind.of(feature.characteristic());
  }

  public String pattern() {
    return FeatureKind.pattern(feature.characteristic());
  }

  /** The pattern in at most so many characters. */
  public String shown() {
    String pattern = pattern();
    return pattern.length() <= SHOWN ? pattern : pattern.substring(0, SHOWN) + "\u2026";
  }

  /** How long its sound is, in seconds; 0 where it is no sound. */
  public double seconds() {
    return kind() == FeatureKind.AUDIO ? FeatureKind.seconds(pattern()) : 0;
  }

  /** Whether its review after the event is late. */
  public boolean overdue(Instant now) {
    return dueAt != null && now.isAfter(dueAt);
  }
}
