package io.assay.review.classifier;

import java.util.Set;

/**
 * A decision of the operator's reviewers: a text and the labels that apply to it, none for a text
 * that may pass.
 */
public record Decision(String text, Set<String> labels) {
  public Decision {
    labels = Set.copyOf(labels);
  }
}
