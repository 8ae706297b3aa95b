package io.assay.gateway.exchange;

import io.assay.gateway.Duty;
import io.assay.gateway.access.Release;
import io.assay.gateway.access.Snapshots;
import io.assay.gateway.http.Refusal;
import io.assay.gateway.journal.StepRecord.Decision;
import io.assay.gateway.journal.StepRecord.Name;
import io.assay.review.Context;
import io.assay.review.Direction;
import io.assay.review.Effect;
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
  private final ReviewFiles files;
  private final Snapshots snapshots;

  public Review(Reviewer reviewer, ReviewOpinions opinions, Snapshots snapshots) {
    this.reviewer = reviewer;
    this.opinions = opinions;
    this.files = new ReviewFiles(opinions, snapshots);
    this.snapshots = snapshots;
  }

  /** Reviews every text, picture and sound of the request. */
  @Override
  public Optional<Refusal> take(Exchange exchange) {
    var step = exchange.trail().begin(Name.INPUT_REVIEW);
    var ask = exchange.ask();
    var looked = look(exchange, Direction.INPUT, ask.texts(), ask.files());
    long characters = looked.characters();
    exchange.reviewedInput(looked.poolVersion(), characters, ask.characters());
    if (characters != ask.characters()) {
      step.end(Decision.FAIL, counted(characters, ask.characters()));
      return Optional.of(Refusal.unavailable("review_failed", "The request was not reviewed."));
    }
    var unread = looked.unread();
    if (unread.isPresent()) {
      step.end(Decision.REFUSE, "cannot be decoded: " + unread.get().where());
      return Optional.of(Refusal.unreadable(unread.get().where()));
    }
    var verdict = looked.verdict();
    step.end(decision(verdict), looked.reason(ask.characters()), looked.records());
    return switch (verdict) {
      case Verdict.Pass _ -> Optional.empty();
      case Verdict.Hold _ -> {
        exchange.holds(looked.stopped());
        yield Optional.of(Refusal.held(exchange.id()));
      }
      case Verdict.Block _ -> {
        exchange.holds(looked.stopped());
        yield Optional.of(Refusal.blockedInput(looked.where(), exchange.id()));
      }
    };
  }

  /** Reviews every text, picture and sound of a whole answer; empty when it may go on. */
  Optional<Withheld> output(Exchange exchange, Product product) {
    var step = exchange.trail().begin(Name.OUTPUT_REVIEW);
    var texts = product.texts();
    var looked = look(exchange, Direction.OUTPUT, texts, product.files());
    long of = texts.stream().mapToLong(text -> text.text().length()).sum();
    exchange.reviewedOutput(looked.characters(), of);
    if (looked.characters() != of) {
      throw new IllegalStateException("the answer was not reviewed whole");
    }
    var verdict = looked.verdict();
    step.end(decision(verdict), looked.reason(of), looked.records());
    return passes(verdict)
        ? Optional.empty()
        : Optional.of(
            new Withheld(verdict, looked.stopped().isEmpty() ? List.of() : product.files()));
  }

  /** Opens the review of an answer that arrives as streams. */
  public StreamReview stream(Exchange exchange) {
    var context = context(exchange, Direction.OUTPUT);
    return opinions.stream(reviewer.open(context), reviewer.pool(), context);
  }

  private Looked look(
      Exchange exchange, Direction direction, List<Carried> texts, List<CarriedFile> carried) {
    var context = context(exchange, direction);
    var subject = exchange.caller().subject();
    var words = words(context, texts);
    var release = stops(words).flatMap(effect -> release(exchange, direction, texts, effect));
    return new Looked(words, release, files.look(carried, reviewer.pool(), context, subject));
  }

  /** What lets these texts pass: they are of an answer that was released, or were so before. */
  private Optional<Release> release(
      Exchange exchange, Direction direction, List<Carried> texts, Effect effect) {
    var subject = exchange.caller().subject();
    return Optional.of(direction)
        .filter(Direction.OUTPUT::equals)
        .flatMap(output -> exchange.released())
        .or(
            () ->
                snapshots
                    .current()
                    .flatMap(snapshot -> snapshot.release(subject, Recorder.payload(texts))))
        .filter(it -> it.lifts(effect));
  }

  /** What a verdict does to content that it does not let pass. */
  static Optional<Effect> stops(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Pass _ -> Optional.empty();
      case Verdict.Hold _ -> Optional.of(Effect.HOLD);
      case Verdict.Block _ -> Optional.of(Effect.BLOCK);
    };
  }

  private Verdict words(Context context, List<Carried> texts) {
    var review = reviewer.open(context);
    for (var text : texts) {
      review.append(text.where(), text.text());
      review.finish(text.where());
    }
    var words = review.verdict();
    var findings = new ArrayList<>(words.findings());
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
