package io.assay.review.text;

import io.assay.review.Layer;
import io.assay.review.Layers;
import java.util.EnumSet;
import java.util.Set;

/** Sets of layers as the bits of an int, by ordinal. */
final class Masks {

  private static final Layer[] ALL = Layer.values();

  private Masks() {}

  @SuppressWarnings("EnumOrdinal")
  static int has(Layer layer) {
    return 1 << layer.ordinal();
  }

  static int of(Layers layers) {
    int mask = 0;
    for (Layer layer : layers.enabled()) {
      mask |= has(layer);
    }
    return mask;
  }

  static Set<Layer> layers(int mask) {
    if (mask == 0) {
      return Set.of();
    }
    EnumSet<Layer> layers = EnumSet.noneOf(Layer.class);
    for (Layer layer : ALL) {
      if ((mask & has(layer)) != 0) {
        layers.add(layer);
      }
    }
    return layers;
  }
}
