package io.assay.review.fingerprint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Proposes which of many texts are near duplicates: entries of a pool to merge, or one scam sent in
 * many wordings. A person decides.
 *
 * <p>Pairs that resemble each other by 0.8 and more are all but certain to be met, pairs under 0.3
 * all but certain not to be. Source: Leskovec, Rajaraman and Ullman, Mining of Massive Datasets,
 * chapter 3 (locality-sensitive hashing of minhash bands).
 */
public final class NearDuplicates {

  private static final int ROWS = 4;
  private static final int BANDS = MinHash.SIZE / ROWS;
  private static final int LARGEST_BUCKET = 200;

  private NearDuplicates() {}

  /** Two texts that resemble each other. */
  public record Pair(String first, String second, double resemblance) {}

  /**
   * The pairs that resemble each other at least so much, most alike first.
   *
   * @param texts by their ids
   * @param least from 0 to 1
   */
  public static List<Pair> among(Map<String, String> texts, double least) {
    Map<String, MinHash> sketches = new HashMap<>();
    texts.forEach((id, text) -> sketches.put(id, MinHash.of(text)));
    Map<Long, List<String>> buckets = new HashMap<>();
    Set<Pair> pairs = new HashSet<>();
    for (String id : texts.keySet().stream().sorted().toList()) {
      MinHash sketch = sketches.get(id);
      Set<String> met = new HashSet<>();
      for (int band = 0; band < BANDS && sketch != null; band++) {
        List<String> bucket =
            buckets.computeIfAbsent(sketch.band(band, ROWS), key -> new ArrayList<>());
        met.addAll(bucket);
        if (bucket.size() < LARGEST_BUCKET) {
          bucket.add(id);
        }
      }
      for (String earlier : met) {
        MinHash other = sketches.get(earlier);
        if (other != null && sketch != null && sketch.resemblance(other) >= least) {
          pairs.add(new Pair(earlier, id, sketch.resemblance(other)));
        }
      }
    }
    return pairs.stream()
        .sorted(
            Comparator.comparingDouble((Pair pair) -> -pair.resemblance())
                .thenComparing(Pair::first)
                .thenComparing(Pair::second))
        .toList();
  }
}
