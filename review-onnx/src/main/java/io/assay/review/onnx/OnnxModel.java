package io.assay.review.onnx;

import java.nio.file.Path;
import java.util.List;

/**
 * A text classification model and how to read its answers.
 *
 * @param name the name by which the pool's thresholds call it
 * @param sha256 the hash that the file must have, in hexadecimal, so that nobody changes it unseen
 * @param labels the names of the model's outputs, in their order
 * @param activation how its outputs become scores
 * @param longest how many tokens the model takes, marks included
 */
public record OnnxModel(
    String name,
    Path file,
    String sha256,
    List<String> labels,
    Activation activation,
    int longest) {

  /** How a model's outputs become scores from 0 to 1. */
  public enum Activation {
    /** Each output on its own. */
    SIGMOID,
    /** The outputs share a sum of 1. */
    SOFTMAX
  }

  public OnnxModel {
    labels = List.copyOf(labels);
    if (name.isBlank() || labels.isEmpty() || longest < 16) {
      throw new IllegalArgumentException(
          "a model needs a name, a label and room for 16 tokens, got '%s', %s, %d"
              .formatted(name, labels, longest));
    }
  }
}
