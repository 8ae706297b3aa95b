package io.assay.review.pool;

import io.assay.review.Effect;
import io.assay.review.Finding;
import io.assay.review.Location.Span;

/**
 * One hit in a replay, with the text around it.
 *
 * @param before up to {@value #CONTEXT} characters before the hit
 * @param after up to {@value #CONTEXT} characters after the hit
 */
public record ReplayHit(
    String sample,
    Sample.Truth truth,
    String feature,
    Effect effect,
    String before,
    String matched,
    String after) {

  static final int CONTEXT = 24;

  static ReplayHit of(Sample sample, Finding finding) {
    String text = sample.text();
    int start = 0;
    int end = 0;
    if (finding.where() instanceof Span span) {
      start = (int) Math.min(span.start(), text.length());
      end = (int) Math.min(span.end(), text.length());
    }
    return new ReplayHit(
        sample.id(),
        sample.truth(),
        finding.feature().id(),
        finding.effect(),
        text.substring(Math.max(0, start - CONTEXT), start),
        finding.matched(),
        text.substring(end, Math.min(text.length(), end + CONTEXT)));
  }
}
