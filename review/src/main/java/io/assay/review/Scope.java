package io.assay.review;

import java.util.EnumSet;
import java.util.Set;

/** The contexts in which a feature applies; an empty set of capabilities or tenants means all. */
public record Scope(Set<Direction> directions, Set<String> capabilities, Set<String> tenants) {

  private static final Scope EVERYWHERE =
      new Scope(EnumSet.allOf(Direction.class), Set.of(), Set.of());

  public Scope {
    directions = Set.copyOf(directions);
    capabilities = Set.copyOf(capabilities);
    tenants = Set.copyOf(tenants);
    if (directions.isEmpty()) {
      throw new IllegalArgumentException("a scope without a direction never applies; give one");
    }
  }

  public static Scope everywhere() {
    return EVERYWHERE;
  }

  public static Scope of(Direction direction) {
    return new Scope(Set.of(direction), Set.of(), Set.of());
  }

  public boolean covers(Context context) {
    return directions.contains(context.direction())
        && (capabilities.isEmpty() || capabilities.contains(context.capability()))
        && (tenants.isEmpty() || tenants.contains(context.tenant()));
  }
}
