package io.assay.mark.aigc;

import io.assay.mark.aigc.AigcLabel.Attribution;
import java.util.Optional;

/**
 * What a propagating platform does with content, after Article 6 of the Labeling Measures.
 *
 * @param attribution what the platform says of the content; empty where nothing suggests generation
 * @param prompt the notice near the content; empty where none is due
 */
public record Propagation(Optional<Attribution> attribution, Optional<String> prompt) {

  /**
   * Article 6, paragraph 1: the label decides, then the user's declaration, then detected traces.
   *
   * @param found the label in the metadata
   * @param declared whether the user declares the content generated
   * @param traces whether an explicit label or other traces of generation were detected
   */
  public static Propagation decide(Optional<Attribution> found, boolean declared, boolean traces) {
    if (found.isPresent()) {
      return of(found.get());
    }
    if (declared) {
      return of(Attribution.MAY_BE_GENERATED);
    }
    return traces ? of(Attribution.SUSPECTED) : new Propagation(Optional.empty(), Optional.empty());
  }

  private static Propagation of(Attribution attribution) {
    String prompt =
        switch (attribution) {
          case IS_GENERATED -> "AI生成";
          case MAY_BE_GENERATED -> "可能为AI生成";
          case SUSPECTED -> "疑似为AI生成";
        };
    return new Propagation(Optional.of(attribution), Optional.of(prompt));
  }

  /**
   * The label to write back: a found label keeps its producer's fields and gains the propagator's;
   * a new one names the platform only. Empty where nothing is to be written.
   */
  public Optional<AigcLabel> label(Optional<AigcLabel> found, String propagator, String id) {
    return found
        .map(label -> label.withPropagator(propagator, id))
        .or(() -> attribution.map(a -> new AigcLabel(a, "", "", "", propagator, id, "")));
  }
}
