package io.assay.gateway.exchange;

import io.assay.gateway.Duty;
import io.assay.gateway.access.Snapshots;
import io.assay.gateway.http.Refusal;
import io.assay.gateway.journal.StepRecord.Decision;
import io.assay.gateway.journal.StepRecord.Name;
import io.assay.review.Context;
import io.assay.review.Direction;
import io.assay.review.Finding;
import io.assay.review.Reviewer;
import io.assay.review.StreamReview;
import io.assay.review.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reviews what goes in and what comes out against the pool of characteristics (Art. 10). */
@Duty({"DS-6", "DS-10"})
public final class Review implements Step {
  private final Reviewer reviewer;
  private final ReviewOpinions opinions;
  private final Snapshots snapshots;

  public Review(Reviewer reviewer, ReviewOpinions opinions, Snapshots snapshots) {
    this.reviewer = reviewer;
    this.opinions = opinions;
    this.snapshots = snapshots;
  }

  /** Reviews every text of the request. */
  @Override
  public Optional<Refusal> take(Exchange exchange) {
    var step = exchange.trail().begin(Name.INPUT_REVIEW);
    var ask = exchange.ask();
    var verdict = all(exchange, Direction.INPUT, ask.texts(), List.of());
    long characters = verdict.reviewed().characters();
    exchange.reviewedInput(verdict.reviewed().poolVersion(), characters, ask.characters());
    if (characters != ask.characters()) {
      step.end(Decision.FAIL, counted(characters, ask.characters()));
      return Optional.of(Refusal.unavailable("review_failed", "The request was not reviewed."));
    }
    if (released(exchange, verdict, ask.texts(), step)) {
      return Optional.empty();
    }
    step.end(decision(verdict), counted(characters, ask.characters()), Findings.of(verdict));
    return switch (verdict) {
      case Verdict.Pass _ -> Optional.empty();
      case Verdict.Hold _ -> Optional.of(Refusal.held(exchange.id()));
      case Verdict.Block _ ->
          Optional.of(Refusal.blockedInput(Findings.where(verdict), exchange.id()));
    };
  }

  /** Reviews every text, picture and sound of a whole answer; empty when it may go on. */
  Optional<Verdict> output(Exchange exchange, Product product) {
    var step = exchange.trail().begin(Name.OUTPUT_REVIEW);
    var texts = product.texts();
    var files = seenAndHeard(exchange, product);
    var verdict = all(exchange, Direction.OUTPUT, texts, files);
    long of = texts.stream().mapToLong(text -> text.text().length()).sum();
    long characters = verdict.reviewed().characters();
    exchange.reviewedOutput(characters, of);
    if (characters != of) {
      throw new IllegalStateException("the answer was not reviewed whole");
    }
    if (files.isEmpty() && released(exchange, verdict, texts, step)) {
      return Optional.empty();
    }
    step.end(decision(verdict), counted(characters, of), Findings.of(verdict));
    return passes(verdict) ? Optional.empty() : Optional.of(verdict);
  }

  /** Whether a reviewer has released for this subject the very texts that are to be held. */
  private boolean released(
      Exchange exchange, Verdict verdict, List<Carried> texts, Trail.Open step) {
    if (!(verdict instanceof Verdict.Hold)) {
      return false;
    }
    var subject = exchange.caller().subject();
    var release =
        snapshots.current().flatMap(snapshot -> snapshot.release(subject, Recorder.payload(texts)));
    release.ifPresent(
        found ->
            step.end(Decision.PASS, "released in review " + found.review(), Findings.of(verdict)));
    return release.isPresent();
  }

  /** Opens the review of an answer that arrives as streams. */
  public StreamReview stream(Exchange exchange) {
    var context = context(exchange, Direction.OUTPUT);
    return opinions.stream(reviewer.open(context), reviewer.pool(), context);
  }

  private List<Finding> seenAndHeard(Exchange exchange, Product product) {
    var context = context(exchange, Direction.OUTPUT);
    var pool = reviewer.pool();
    var findings = new ArrayList<Finding>();
    product.pictures().forEach(file -> findings.addAll(opinions.picture(file, pool, context)));
    product.sounds().forEach(file -> findings.addAll(opinions.sound(file, pool, context)));
    return findings;
  }

  private Verdict all(
      Exchange exchange, Direction direction, List<Carried> texts, List<Finding> more) {
    var context = context(exchange, direction);
    var review = reviewer.open(context);
    for (var text : texts) {
      review.append(text.where(), text.text());
      review.finish(text.where());
    }
    var words = review.verdict();
    var findings = new ArrayList<>(words.findings());
    findings.addAll(more);
    findings.addAll(opinions.texts(texts, reviewer.pool(), context));
    return Verdict.of(words.reviewed(), findings);
  }

  private static Context context(Exchange exchange, Direction direction) {
    return new Context(direction, exchange.ask().capability(), exchange.caller().tenant());
  }

  public static boolean passes(Verdict verdict) {
    return verdict instanceof Verdict.Pass;
  }

  public static Decision decision(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Pass _ -> Decision.PASS;
      case Verdict.Hold _ -> Decision.HOLD;
      case Verdict.Block _ -> Decision.BLOCK;
    };
  }

  /** How much was reviewed, in words: never more than was done. */
  public static String counted(long characters, long of) {
    return "reviewed " + characters + " of " + of + " characters";
  }
}
