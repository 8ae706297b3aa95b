package io.assay.office.pool;

import io.assay.review.Effect;
import io.assay.review.pool.Rate;
import io.assay.review.pool.ReplayHit;
import io.assay.review.pool.ReplayReport;
import io.assay.review.pool.Sample;
import io.assay.review.pool.Sample.Truth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a feature would have done on the corpora.
 *
 * @param samples how many texts were reviewed, each as it is and as it would be
 * @param own how many of them are the operator's own decisions
 * @param gained hits that the feature would add
 * @param benignHits its hits on benign texts
 */
public record ReplayResult(
    long samples,
    long own,
    Rate overBlockBefore,
    Rate overBlockAfter,
    Rate overHoldAfter,
    Rate caughtBefore,
    Rate caughtAfter,
    long gained,
    long benignHits,
    List<Example> examples) {
  private static final int SHOWN = 40;

  public ReplayResult {
    examples = List.copyOf(examples);
  }

  /** A hit with the text around it. */
  public record Example(
      String sample, Truth truth, Effect effect, String before, String matched, String after) {

    static Example of(ReplayHit hit) {
      return new Example(
          hit.sample(), hit.truth(), hit.effect(), hit.before(), hit.matched(), hit.after());
    }

    /** The same without the text, which only a task or a case opens. */
    static Example unseen(ReplayHit hit) {
      return new Example(hit.sample(), hit.truth(), hit.effect(), "", "", "");
    }
  }

  static ReplayResult of(String feature, List<Sample> own, ReplayReport report) {
    Set<String> ownIds = own.stream().map(Sample::id).collect(Collectors.toSet());
    return new ReplayResult(
        report.samples(),
        own.size(),
        report.overBlockBefore(),
        report.overBlockAfter(),
        report.overHoldAfter(),
        report.caughtBefore(),
        report.caughtAfter(),
        report.gained().byFeature().getOrDefault(feature, 0L),
        report.benign().byFeature().getOrDefault(feature, 0L),
        report.gained().examples().stream()
            .filter(hit -> hit.feature().equals(feature))
            .map(hit -> ownIds.contains(hit.sample()) ? Example.unseen(hit) : Example.of(hit))
            .distinct()
            .limit(SHOWN)
            .toList());
  }

  /** Benign texts that would be blocked and were not before. */
  public long addedOverBlock() {
    return Math.max(0, overBlockAfter.part() - overBlockBefore.part());
  }

  /** Whether at most so many thousandths of the benign texts would be blocked besides. */
  public boolean precise(int thousandths) {
    return overBlockAfter.known()
        && addedOverBlock() * 1000 <= overBlockAfter.whole() * thousandths;
  }
}
