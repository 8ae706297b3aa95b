package io.assay.review.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.assay.review.ReviewException;
import io.assay.review.classifier.Classifier;
import io.assay.review.classifier.Outcome;
import io.assay.review.classifier.Outcome.Failed;
import io.assay.review.classifier.Outcome.Reason;
import io.assay.review.classifier.Outcome.Scored;
import io.assay.review.onnx.OnnxModel.Activation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * A classifier that runs a model in ONNX Runtime.
 *
 * <p>The model takes {@code input_ids} and, if it has them, {@code attention_mask} and {@code
 * token_type_ids}, of shape [1, tokens], and its first output has the shape [1, labels]. A text
 * with more tokens than the model takes is scored in overlapping windows; a label's score is the
 * highest over them. A run cannot be interrupted, so wrap the classifier in a {@link
 * io.assay.review.classifier.GuardedClassifier}. Safe for use by many threads.
 */
public final class OnnxClassifier implements Classifier, AutoCloseable {

  private final OnnxModel model;
  private final Tokenizer tokenizer;
  private final OrtEnvironment environment;
  private final OrtSession session;

  /**
   * Loads a model.
   *
   * @throws ReviewException if the file has another hash or is no model that fits
   */
  public OnnxClassifier(OnnxModel model, Tokenizer tokenizer) {
    this.model = model;
    this.tokenizer = tokenizer;
    byte[] bytes = verified(model);
    try {
      environment = OrtEnvironment.getEnvironment();
      session = environment.createSession(bytes, new OrtSession.SessionOptions());
    } catch (OrtException e) {
      throw new ReviewException("'" + model.file() + "' is no model that can run here", e);
    }
    if (!session.getInputNames().contains("input_ids")) {
      throw new ReviewException(
          "the model '%s' takes %s, not input_ids; export it for text classification"
              .formatted(model.file(), session.getInputNames()));
    }
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public Outcome classify(String text) {
    int[] tokens = tokenizer.tokens(text);
    int room = model.longest() - 2;
    int step = room - room / 4;
    Map<String, Double> scores = new HashMap<>();
    int from = 0;
    do {
      float[] outputs;
      try {
        outputs = run(window(tokens, from, Math.min(tokens.length, from + room)));
      } catch (OrtException | ClassCastException e) {
        return new Failed(Reason.BROKEN, String.valueOf(e.getMessage()));
      }
      if (outputs.length != model.labels().size()) {
        return new Failed(
            Reason.UNREADABLE, outputs.length + " outputs do not fit the labels " + model.labels());
      }
      merge(outputs, scores);
      from += step;
    } while (from + room - step < tokens.length);
    if (scores.values().stream().anyMatch(score -> score.isNaN())) {
      return new Failed(Reason.UNREADABLE, "the model's output is not a number");
    }
    return new Scored(scores, model.sha256(), false);
  }

  /** Frees the memory of the model, which is not the Java heap's. */
  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new ReviewException("the model '" + model.name() + "' could not be freed", e);
    }
  }

  private float[] run(long[] ids) throws OrtException {
    long[] ones = new long[ids.length];
    Arrays.fill(ones, 1);
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      inputs.put("input_ids", tensor(ids));
      if (session.getInputNames().contains("attention_mask")) {
        inputs.put("attention_mask", tensor(ones));
      }
      if (session.getInputNames().contains("token_type_ids")) {
        inputs.put("token_type_ids", tensor(new long[ids.length]));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        return ((float[][]) result.get(0).getValue())[0];
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private OnnxTensor tensor(long[] row) throws OrtException {
    return OnnxTensor.createTensor(environment, new long[][] {row});
  }

  private long[] window(int[] tokens, int from, int to) {
    long[] ids = new long[to - from + 2];
    ids[0] = tokenizer.beginning();
    for (int i = from; i < to; i++) {
      ids[i - from + 1] = tokens[i];
    }
    ids[ids.length - 1] = tokenizer.end();
    return ids;
  }

  private void merge(float[] outputs, Map<String, Double> scores) {
    double highest = Double.NEGATIVE_INFINITY;
    for (float output : outputs) {
      highest = Math.max(highest, output);
    }
    double sum = 0;
    for (float output : outputs) {
      sum += Math.exp(output - highest);
    }
    for (int i = 0; i < outputs.length; i++) {
      double score =
          model.activation() == Activation.SOFTMAX
              ? Math.exp(outputs[i] - highest) / sum
              : 1 / (1 + Math.exp(-outputs[i]));
      scores.merge(model.labels().get(i), score, Math::max);
    }
  }

  private static byte[] verified(OnnxModel model) {
    try {
      byte[] bytes = Files.readAllBytes(model.file());
      String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      if (!hash.equalsIgnoreCase(model.sha256())) {
        throw new ReviewException(
            "'%s' has the SHA-256 %s, not %s; approve the new model or restore the old"
                .formatted(model.file(), hash, model.sha256()));
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime lacks SHA-256", e);
    }
  }
}
