package io.assay.review;

import java.util.List;
import java.util.Objects;

/**
 * How a text feature is matched: the layers that are on, and the phrases in which a hit is allowed.
 *
 * <p>A hit that lies within a longer occurrence of an exception is no finding.
 */
public record Matching(Layers layers, List<String> exceptions) {

  private static final Matching STANDARD = new Matching(Layers.core(), List.of());

  public Matching {
    Objects.requireNonNull(layers, "layers");
    exceptions = List.copyOf(exceptions);
    if (exceptions.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("an exception is blank; remove it");
    }
  }

  /** The core layers and no exceptions. */
  public static Matching standard() {
    return STANDARD;
  }

  public Matching with(Layers changed) {
    return new Matching(changed, exceptions);
  }

  public Matching except(String... phrases) {
    return new Matching(layers, List.of(phrases));
  }
}
