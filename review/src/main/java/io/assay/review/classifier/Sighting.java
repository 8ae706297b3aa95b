package io.assay.review.classifier;

import java.util.Objects;

/** That a classifier saw a label at a place of a picture. */
public record Sighting(String label, Box box) {
  public Sighting {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(box, "box");
  }
}
