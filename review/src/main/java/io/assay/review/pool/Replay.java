package io.assay.review.pool;

import io.assay.review.Finding;
import io.assay.review.Pool;
import io.assay.review.Reviewer;
import io.assay.review.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The trial of a proposed change: both versions of the pool review the same corpus.
 *
 * <p>Source: Provisions on the Administration of Deep Synthesis, Article 10 paragraph 2 (rules and
 * procedures of entry).
 */
public final class Replay {

  private final Reviewer before;
  private final Reviewer after;

  /**
   * A trial of the change from one pool to another.
   *
   * @param reviewers makes the reviewer of a pool
   */
  public Replay(Pool before, Pool after, Function<Pool, Reviewer> reviewers) {
    this.before = reviewers.apply(before);
    this.after = reviewers.apply(after);
  }

  /** Reviews every sample with both versions; the report keeps at most so many examples a list. */
  public ReplayReport over(Stream<Sample> corpus, int examples) {
    return report(
        corpus.map(
            sample ->
                new Judged(
                    sample,
                    before.review(sample.text(), sample.context()),
                    after.review(sample.text(), sample.context()))),
        examples);
  }

  /**
   * A sample that was judged with both versions by whatever means.
   *
   * @param sample of a picture or a sound, with an empty text
   */
  public record Judged(Sample sample, Verdict before, Verdict after) {}

  /** The report on samples that are judged as the stream brings them. */
  public static ReplayReport report(Stream<Judged> corpus, int examples) {
    ReplayTally tally = new ReplayTally(examples);
    corpus.forEachOrdered(judged -> compare(judged, tally));
    return tally.report();
  }

  private static void compare(Judged judged, ReplayTally tally) {
    Sample sample = judged.sample();
    Verdict was = judged.before();
    Verdict is = judged.after();
    tally.verdicts(sample, was, is);
    Map<Place, Finding> earlier = byPlace(was.findings());
    Map<Place, Finding> later = byPlace(is.findings());
    later.forEach(
        (place, finding) -> {
          if (!earlier.containsKey(place)) {
            tally.gained(sample, finding);
          }
          tally.hit(sample, finding);
        });
    earlier.forEach(
        (place, finding) -> {
          if (!later.containsKey(place)) {
            tally.lost(sample, finding);
          }
        });
  }

  private static Map<Place, Finding> byPlace(List<Finding> findings) {
    Map<Place, Finding> places = new HashMap<>();
    for (Finding finding : findings) {
      places.put(new Place(finding), finding);
    }
    return places;
  }

  /** What makes two findings the same hit: the feature's id, the place, the effect. */
  private record Place(String feature, Object where, Object effect) {
    Place(Finding finding) {
      this(finding.feature().id(), finding.where(), finding.effect());
    }
  }
}
