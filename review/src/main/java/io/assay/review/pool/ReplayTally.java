package io.assay.review.pool;

import io.assay.review.Effect;
import io.assay.review.Finding;
import io.assay.review.Verdict;
import io.assay.review.pool.ReplayReport.Hits;
import io.assay.review.pool.ReplayReport.Turn;
import io.assay.review.pool.Sample.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the outcomes of a replay. */
final class ReplayTally {

  private final Counted gained;
  private final Counted lost;
  private final Counted benign;
  private final Map<Turn, Long> verdicts = new HashMap<>();
  private final Map<Truth, Long> samples = new EnumMap<>(Truth.class);
  private long overBlockBefore;
  private long overBlockAfter;
  private long overHoldAfter;
  private long caughtBefore;
  private long caughtAfter;

  ReplayTally(int examples) {
    gained = new Counted(examples);
    lost = new Counted(examples);
    benign = new Counted(examples);
  }

  void verdicts(Sample sample, Verdict was, Verdict is) {
    samples.merge(sample.truth(), 1L, Long::sum);
    verdicts.merge(new Turn(strongest(was), strongest(is)), 1L, Long::sum);
    switch (sample.truth()) {
      case BENIGN -> {
        overBlockBefore += was instanceof Verdict.Block ? 1 : 0;
        overBlockAfter += is instanceof Verdict.Block ? 1 : 0;
        overHoldAfter += is instanceof Verdict.Hold ? 1 : 0;
      }
      case HARMFUL -> {
        caughtBefore += was instanceof Verdict.Pass ? 0 : 1;
        caughtAfter += is instanceof Verdict.Pass ? 0 : 1;
      }
      case UNKNOWN -> {}
    }
  }

  void gained(Sample sample, Finding finding) {
    gained.add(sample, finding);
  }

  void lost(Sample sample, Finding finding) {
    lost.add(sample, finding);
  }

  void hit(Sample sample, Finding finding) {
    if (sample.truth() == Truth.BENIGN) {
      benign.add(sample, finding);
    }
  }

  ReplayReport report() {
    long good = samples.getOrDefault(Truth.BENIGN, 0L);
    long bad = samples.getOrDefault(Truth.HARMFUL, 0L);
    return new ReplayReport(
        good + bad + samples.getOrDefault(Truth.UNKNOWN, 0L),
        gained.hits(),
        lost.hits(),
        benign.hits(),
        new Rate(overBlockBefore, good),
        new Rate(overBlockAfter, good),
        new Rate(overHoldAfter, good),
        new Rate(caughtBefore, bad),
        new Rate(caughtAfter, bad),
        verdicts);
  }

  private static Effect strongest(Verdict verdict) {
    return verdict.findings().stream()
        .map(Finding::effect)
        .max(Comparator.naturalOrder())
        .orElse(Effect.NOTED);
  }

  /** A count of hits that keeps the first few. */
  private static final class Counted {
    private final int limit;
    private final List<ReplayHit> examples = new ArrayList<>();
    private final Map<String, Long> byFeature = new HashMap<>();
    private long count;

    Counted(int limit) {
      this.limit = limit;
    }

    void add(Sample sample, Finding finding) {
      count++;
      byFeature.merge(finding.feature().id(), 1L, Long::sum);
      if (examples.size() < limit) {
        examples.add(ReplayHit.of(sample, finding));
      }
    }

    Hits hits() {
      return new Hits(count, byFeature, examples);
    }
  }
}
