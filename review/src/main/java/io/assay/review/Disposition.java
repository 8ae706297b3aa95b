package io.assay.review;

import static io.assay.review.Measure.BLOCK;
import static io.assay.review.Measure.HOLD;
import static io.assay.review.Measure.LIMIT;
import static io.assay.review.Measure.PRESERVE;
import static io.assay.review.Measure.REPORT;
import static io.assay.review.Measure.SANCTION;
import static io.assay.review.Measure.WARN;

import java.util.Set;

/**
 * What follows from a hit.
 *
 * <p>Illegal information is stopped, preserved, reported and sanctioned; negative information is
 * stopped, limited or warned about. Source: Provisions on the Administration of Deep Synthesis,
 * Article 10 paragraph 3.
 */
public enum Disposition {
  ILLEGAL(Effect.BLOCK, Set.of(BLOCK, PRESERVE, REPORT, SANCTION)),
  NEGATIVE_BLOCK(Effect.BLOCK, Set.of(BLOCK)),
  REVIEW(Effect.HOLD, Set.of(HOLD)),
  NEGATIVE_LIMIT(Effect.LIMIT, Set.of(LIMIT)),
  NEGATIVE_WARN(Effect.WARN, Set.of(WARN));

  private final Effect effect;
  private final Set<Measure> measures;

  Disposition(Effect effect, Set<Measure> measures) {
    this.effect = effect;
    this.measures = measures;
  }

  /** The effect of a certain hit on the verdict. */
  public Effect effect() {
    return effect;
  }

  public Set<Measure> measures() {
    return measures;
  }
}
