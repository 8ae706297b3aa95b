package io.assay.office.pool;

import io.assay.office.approval.ActionRefusedException;
import io.assay.review.Category;
import io.assay.review.Context;
import io.assay.review.Direction;
import io.assay.review.Effect;
import io.assay.review.Feature;
import io.assay.review.Finding;
import io.assay.review.Layer;
import io.assay.review.Location;
import io.assay.review.Pool;
import io.assay.review.Verdict;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers "why does this text hit?". The text is not kept. */
@Component
public class TestBench {
  static final int LONGEST = 20_000;

  private final FeatureStore features;
  private final Bench bench;

  TestBench(FeatureStore features, Bench bench) {
    this.features = features;
    this.bench = bench;
  }

  /**
   * What a text gives.
   *
   * @param verdict {@code PASS}, {@code HOLD} or {@code BLOCK}
   */
  public record Answer(String pool, String verdict, List<Passage> passages, List<Line> findings) {
    public Answer {
      passages = List.copyOf(passages);
      findings = List.copyOf(findings);
    }
  }

  /** One finding: which feature, in which version, where, seen through which layers. */
  public record Line(
      String feature,
      int version,
      Category category,
      Effect effect,
      long start,
      long end,
      String matched,
      List<String> layers,
      String why) {
    public Line {
      layers = List.copyOf(layers);
    }

    static Line of(Finding finding) {
      Location.Span span =
          finding.where() instanceof Location.Span it ? it : new Location.Span("", 0, 0);
      return new Line(
          finding.feature().id(),
          finding.feature().version(),
          finding.feature().rule().category(),
          finding.effect(),
          span.start(),
          span.end(),
          finding.matched(),
          finding.layers().stream().map(Layer::name).sorted().toList(),
          finding.why());
    }
  }

  /**
   * Reviews a text with the pool in force, or with it as a proposed feature would make it.
   *
   * @param proposed the id of a feature, or empty
   */
  public Answer run(String text, Direction direction, String proposed) {
    if (text.length() > LONGEST) {
      throw new ActionRefusedException("pool.try.long");
    }
    Context context = direction == Direction.INPUT ? Context.input() : Context.output();
    if (proposed.isEmpty()) {
      return answer(text, bench.inForce().review(text, context));
    }
    PoolFeature feature =
        features
            .find(proposed)
            .orElseThrow(() -> new ActionRefusedException("pool.feature.unknown"));
    switch (feature.kind()) {
      case KEYWORD, COMBINATION, EXPRESSION -> {}
      default -> throw new ActionRefusedException("pool.try.kind");
    }
    Pool pool = bench.with(feature);
    return answer(text, bench.of(pool).review(text, context));
  }

  /** Where the features of these ids hit in a text; ids that nobody knows are left out. */
  public Answer explain(String text, Direction direction, List<String> ids) {
    Context context = direction == Direction.INPUT ? Context.input() : Context.output();
    List<Feature> known =
        ids.stream()
            .map(features::find)
            .flatMap(Optional::stream)
            .map(PoolFeature::feature)
            .toList();
    return answer(text, bench.of(Pool.of("why", known)).review(text, context));
  }

  private static Answer answer(String text, Verdict verdict) {
    List<Line> lines = verdict.findings().stream().map(Line::of).toList();
    String decision =
        switch (verdict) {
          case Verdict.Pass ignored -> "PASS";
          case Verdict.Hold ignored -> "HOLD";
          case Verdict.Block ignored -> "BLOCK";
        };
    return new Answer(
        verdict.reviewed().poolVersion(),
        decision,
        Passage.cut(
            text, lines.stream().map(it -> new Passage.Span(it.start(), it.end())).toList()),
        lines);
  }
}
