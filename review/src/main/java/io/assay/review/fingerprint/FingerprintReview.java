package io.assay.review.fingerprint;

import io.assay.review.Characteristic.TextFingerprint;
import io.assay.review.Context;
import io.assay.review.Effect;
import io.assay.review.Feature;
import io.assay.review.Finding;
import io.assay.review.Pool;
import io.assay.review.StreamReview;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Reviews texts against the text fingerprints of a pool: copies of a known text with small changes.
 *
 * <p>A fingerprint is the {@link SimHash} of a whole text; its tolerance is the number of bits that
 * may differ, 3 being customary. A text is compared as a whole, and so are its beginnings in steps
 * of 64 letters and its passages from one pause to another, in which at most 6 bits may differ, so
 * that a copy is also found among other text. Safe for use by many threads.
 *
 * <p>Source: Manku, Jain and Das Sarma, Detecting Near-Duplicates for Web Crawling, 2007;
 * Provisions on the Administration of Deep Synthesis, Articles 10 and 11.
 */
public final class FingerprintReview {

  /** Holds all of a stream back until it ends. */
  public static final int UNTIL_THE_END = Integer.MAX_VALUE;

  private final InstantSource clock;
  private volatile List<Known> known;

  record Known(Feature feature, SimHash hash, int tolerance) {}

  /**
   * A review by a pool.
   *
   * @throws IllegalArgumentException if a text fingerprint of the pool is malformed
   */
  public FingerprintReview(Pool pool, InstantSource clock) {
    this.clock = clock;
    this.known = read(pool);
  }

  /** Puts another pool in use for reviews that begin from now on. */
  public void install(Pool pool) {
    known = read(pool);
  }

  /** The features whose text this one, or the beginning of it, is a near copy of. */
  public List<Finding> findings(String text, Context context) {
    Comparison comparison = new Comparison(applying(context));
    comparison.append(text);
    comparison.finish();
    return comparison.findings();
  }

  /**
   * A review of streams that compares them, too. Its findings at the end are those of the whole
   * text, however it was cut.
   *
   * <p>That a text is a copy shows only where the known text ends. What is held back until then
   * does not leave; what has left has left, and the verdict tells. Where no fingerprint that holds
   * or blocks applies nothing is held back.
   *
   * @param held how many of the latest characters of a stream wait for its end, or {@link
   *     #UNTIL_THE_END} so that nothing of a copy ever leaves
   */
  public StreamReview open(StreamReview words, Context context, int held) {
    if (held < 0) {
      throw new IllegalArgumentException("a stream cannot hold back " + held + " characters");
    }
    List<Known> applying = applying(context);
    boolean stops =
        applying.stream()
            .anyMatch(one -> Comparison.effect(one.feature()).compareTo(Effect.HOLD) >= 0);
    return applying.isEmpty() ? words : new ComparedStream(words, applying, stops ? held : 0);
  }

  private List<Known> applying(Context context) {
    Instant now = clock.instant();
    return known.stream()
        .filter(one -> one.feature().rule().scope().covers(context))
        .filter(one -> !one.feature().entry().expiredAt(now))
        .toList();
  }

  private static List<Known> read(Pool pool) {
    List<Known> known = new ArrayList<>();
    pool.features()
        .forEach(
            feature -> {
              if (feature.characteristic() instanceof TextFingerprint print) {
                known.add(new Known(feature, SimHash.parse(print.hash()), print.tolerance()));
              }
            });
    return List.copyOf(known);
  }
}
