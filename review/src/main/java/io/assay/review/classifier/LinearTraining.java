package io.assay.review.classifier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Trains a {@link LinearModel} on decisions.
 *
 * <p>Each text falls by its content into the part that trains the weights, the part that calibrates
 * the scores, or the part that measures the result, so equal texts never stand in two parts. The
 * same decisions and settings give the same model. A new model belongs into the pool in shadow
 * first: add its thresholds with {@link io.assay.review.Mode#SHADOW} and look at what they note.
 */
public final class LinearTraining {

  private LinearTraining() {}

  /**
   * How to train.
   *
   * @param bits the number of weights of a label, as a power of two
   * @param enough the smallest number of positive decisions of a label in each part
   */
  public record Settings(int bits, int epochs, long seed, int enough) {

    public static final Settings STANDARD = new Settings(18, 5, 1, 5);

    public Settings {
      if (bits < 10 || bits > 24 || epochs < 1 || enough < 1) {
        throw new IllegalArgumentException(
            "use 10 to 24 bits, at least one epoch and one positive, got %d, %d, %d"
                .formatted(bits, epochs, enough));
      }
    }
  }

  /** A model, what it is worth, and the labels it lacks because too few decisions had them. */
  public record Trained(
      LinearModel model, Map<String, Quality> quality, Map<String, String> lacking) {
    public Trained {
      quality = Map.copyOf(quality);
      lacking = Map.copyOf(lacking);
    }
  }

  public static Trained train(String name, Collection<Decision> decisions, Settings settings) {
    List<Example> train = new ArrayList<>();
    List<Example> calibrate = new ArrayList<>();
    List<Example> measure = new ArrayList<>();
    TreeSet<String> labels = new TreeSet<>();
    for (Decision decision : decisions) {
      labels.addAll(decision.labels());
      Example example = Example.of(decision, settings.bits());
      switch (example.part()) {
        case 0 -> calibrate.add(example);
        case 1 -> measure.add(example);
        default -> train.add(example);
      }
    }
    Map<String, LinearLabel> learned = new LinkedHashMap<>();
    Map<String, Quality> quality = new LinkedHashMap<>();
    Map<String, String> lacking = new LinkedHashMap<>();
    for (String label : labels) {
      long fewest =
          Math.min(
              positives(train, label),
              Math.min(positives(calibrate, label), positives(measure, label)));
      if (fewest < settings.enough()) {
        lacking.put(
            label, "one part has " + fewest + " decisions with it, not " + settings.enough());
        continue;
      }
      LinearLabel weights = calibrated(Ftrl.train(train, label, settings), calibrate, label);
      learned.put(label, weights);
      quality.put(label, Quality.of(weights, measure, label));
    }
    return new Trained(new LinearModel(name, settings.bits(), learned), quality, lacking);
  }

  private static LinearLabel calibrated(LinearLabel raw, List<Example> part, String label) {
    double[] margins = part.stream().mapToDouble(e -> raw.margin(e.indexes())).toArray();
    boolean[] positive = new boolean[part.size()];
    for (int i = 0; i < positive.length; i++) {
      positive[i] = part.get(i).labels().contains(label);
    }
    return new LinearLabel(
        raw.indexes(), raw.weights(), raw.bias(), Calibration.fit(margins, positive));
  }

  private static long positives(List<Example> part, String label) {
    return part.stream().filter(example -> example.labels().contains(label)).count();
  }
}
