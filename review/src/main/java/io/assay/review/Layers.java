package io.assay.review;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** The evasion layers that are on for a feature. */
public record Layers(Set<Layer> enabled) {

  private static final Layers NONE = new Layers(Set.of());
  private static final Layers CORE = only(Layer::core);
  private static final Layers ALL = only(layer -> true);

  public Layers {
    enabled = Set.copyOf(enabled);
  }

  /** The text must hold the pattern exactly. */
  public static Layers none() {
    return NONE;
  }

  /** The default profile: every layer that is precise enough to be always on. */
  public static Layers core() {
    return CORE;
  }

  /** Every layer. */
  public static Layers all() {
    return ALL;
  }

  public boolean has(Layer layer) {
    return enabled.contains(layer);
  }

  public Layers with(Layer layer) {
    EnumSet<Layer> changed = mutable();
    changed.add(layer);
    return new Layers(changed);
  }

  public Layers without(Layer layer) {
    EnumSet<Layer> changed = mutable();
    changed.remove(layer);
    return new Layers(changed);
  }

  private EnumSet<Layer> mutable() {
    EnumSet<Layer> copy = EnumSet.noneOf(Layer.class);
    copy.addAll(enabled);
    return copy;
  }

  private static Layers only(Predicate<Layer> wanted) {
    EnumSet<Layer> layers = EnumSet.allOf(Layer.class);
    layers.removeIf(wanted.negate());
    return new Layers(layers);
  }
}
