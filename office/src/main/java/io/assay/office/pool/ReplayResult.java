package io.assay.office.pool;

import io.assay.review.Effect;
import io.assay.review.pool.Rate;
import io.assay.review.pool.Replay;
import io.assay.review.pool.ReplayHit;
import io.assay.review.pool.ReplayReport;
import io.assay.review.pool.Sample;
import io.assay.review.pool.Sample.Truth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a feature would have done on the corpora.
 *
 * @param corpus what it was tried on
 * @param unread files that could not be read and so count nowhere
 * @param samples how many texts or files were reviewed, each as it is and as it would be
 * @param own how many of them are the operator's own decisions
 * @param gained hits that the feature would add
 * @param benignHits its hits on benign texts or files
 */
public record ReplayResult(
    Corpus corpus,
    Long unread,
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

  /** What a feature is tried on. */
  public enum Corpus {
    TEXTS,
    /** Pictures on which the operator decided. */
    PICTURES,
    /** Sounds on which the operator decided. */
    SOUNDS,
    /** Nothing: what such a feature hits is not compared here. */
    NONE
  }

  /** Results of replays before there were other corpora say nothing of theirs: it was texts. */
  public ReplayResult(
      @Nullable Corpus corpus,
      @Nullable Long unread,
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
    this.corpus = Objects.requireNonNullElse(corpus, Corpus.TEXTS);
    this.unread = Objects.requireNonNullElse(unread, 0L);
    this.samples = samples;
    this.own = own;
    this.overBlockBefore = overBlockBefore;
    this.overBlockAfter = overBlockAfter;
    this.overHoldAfter = overHoldAfter;
    this.caughtBefore = caughtBefore;
    this.caughtAfter = caughtAfter;
    this.gained = gained;
    this.benignHits = benignHits;
    this.examples = List.copyOf(examples);
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
    return of(feature, Corpus.TEXTS, report, 0, ownIds::contains, own.size());
  }

  /** Of files, all of which are the operator's own decisions. */
  static ReplayResult of(String feature, Corpus corpus, ReplayReport report, long unread) {
    return of(feature, corpus, report, unread, sample -> true, report.samples());
  }

  /** Of a feature that nothing can be compared with here. */
  static ReplayResult none() {
    return of("", Corpus.NONE, Replay.report(Stream.empty(), 0), 0);
  }

  private static ReplayResult of(
      String feature,
      Corpus corpus,
      ReplayReport report,
      long unread,
      Predicate<String> isOwn,
      long own) {
    return new ReplayResult(
        corpus,
        unread,
        report.samples(),
        own,
        report.overBlockBefore(),
        report.overBlockAfter(),
        report.overHoldAfter(),
        report.caughtBefore(),
        report.caughtAfter(),
        report.gained().byFeature().getOrDefault(feature, 0L),
        report.benign().byFeature().getOrDefault(feature, 0L),
        report.gained().examples().stream()
            .filter(hit -> hit.feature().equals(feature))
            .map(hit -> isOwn.test(hit.sample()) ? Example.unseen(hit) : Example.of(hit))
            .distinct()
            .limit(SHOWN)
            .toList());
  }

  /** Benign texts that would be blocked and were not before. */
  public long addedOverBlock() {
    return Math.max(0, overBlockAfter.part() - overBlockBefore.part());
  }

  /**
   * Whether at most so many thousandths of the benign texts or files would be blocked besides.
   * Where a feature is not tried on texts and no benign file is kept, there is no figure, and
   * whoever approves it decides without one.
   */
  public boolean precise(int thousandths) {
    return complete() && addedOverBlock() * 1000 <= overBlockAfter.whole() * thousandths;
  }

  /** Whether there is as much evidence as there can be. */
  boolean complete() {
    return corpus != Corpus.TEXTS || overBlockAfter.known();
  }
}
