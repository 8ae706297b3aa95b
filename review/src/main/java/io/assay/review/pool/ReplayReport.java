package io.assay.review.pool;

import io.assay.review.Effect;
import java.util.List;
import java.util.Map;

/**
 * What a change of the pool does to a corpus.
 *
 * @param samples how many texts were reviewed with both versions
 * @param gained hits of the later version only
 * @param lost hits of the earlier version only
 * @param benign hits of the later version on benign texts
 * @param overBlockBefore benign texts that the earlier version blocks
 * @param overBlockAfter benign texts that the later version blocks
 * @param overHoldAfter benign texts that the later version holds
 * @param caughtBefore harmful texts that the earlier version blocks or holds
 * @param caughtAfter harmful texts that the later version blocks or holds
 * @param verdicts how often a verdict's strongest effect went from one to another
 */
public record ReplayReport(
    long samples,
    Hits gained,
    Hits lost,
    Hits benign,
    Rate overBlockBefore,
    Rate overBlockAfter,
    Rate overHoldAfter,
    Rate caughtBefore,
    Rate caughtAfter,
    Map<Turn, Long> verdicts) {

  /**
   * A number of hits and the first of them.
   *
   * @param byFeature how many hits each feature has
   */
  public record Hits(long count, Map<String, Long> byFeature, List<ReplayHit> examples) {
    public Hits {
      byFeature = Map.copyOf(byFeature);
      examples = List.copyOf(examples);
    }
  }

  /** A text's strongest effect before and after the change. */
  public record Turn(Effect before, Effect after) {}

  public ReplayReport {
    verdicts = Map.copyOf(verdicts);
  }
}
