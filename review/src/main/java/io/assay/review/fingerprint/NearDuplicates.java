package io.assay.review.fingerprint;

import io.assay.review.Characteristic.Keyword;
import io.assay.review.Pool;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
    Map<Long, List<Sketched>> buckets = new HashMap<>();
    Set<Pair> pairs = new HashSet<>();
    for (Map.Entry<String, String> text : new TreeMap<>(texts).entrySet()) {
      Sketched one = new Sketched(text.getKey(), MinHash.of(text.getValue()));
      for (int band = 0; band < BANDS; band++) {
        List<Sketched> bucket =
            buckets.computeIfAbsent(one.sketch().band(band, ROWS), key -> new ArrayList<>());
        for (Sketched earlier : bucket) {
          double resemblance = earlier.sketch().resemblance(one.sketch());
          if (resemblance >= least) {
            pairs.add(new Pair(earlier.id(), one.id(), resemblance));
          }
        }
        if (bucket.size() < LARGEST_BUCKET) {
          bucket.add(one);
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

  /** The same among the keywords of a pool, by the ids of their features. */
  public static List<Pair> among(Pool pool, double least) {
    Map<String, String> keywords = new HashMap<>();
    pool.features()
        .forEach(
            feature -> {
              if (feature.characteristic() instanceof Keyword keyword) {
                keywords.put(feature.id(), keyword.text());
              }
            });
    return among(keywords, least);
  }

  private record Sketched(String id, MinHash sketch) {}
}
