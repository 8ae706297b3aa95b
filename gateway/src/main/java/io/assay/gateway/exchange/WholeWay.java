package io.assay.gateway.exchange;

import io.assay.gateway.http.Refusal;
import io.assay.gateway.journal.OutputRecord;
import io.assay.gateway.journal.StepRecord.Decision;
import io.assay.gateway.journal.StepRecord.Name;
import io.assay.review.Verdict;
import java.util.Optional;
import java.util.function.Supplier;

/** The rest of the way for answers that are taken whole before anything leaves. Thread-safe. */
public final class WholeWay {
  private final Review review;
  private final Recorder recorder;

  public WholeWay(Review review, Recorder recorder) {
    this.review = review;
    this.recorder = recorder;
  }

  public Optional<Refusal> walk(
      Exchange exchange, Supplier<? extends Result<? extends Product>> upstream) {
    var step = exchange.trail().begin(Name.UPSTREAM);
    return switch (upstream.get()) {
      case Result.Refused<? extends Product>(var refusal) -> {
        step.end(Decision.FAIL, refusal.code());
        yield Optional.of(refusal);
      }
      case Result.Ok<? extends Product>(var product) -> {
        step.end(Decision.DONE, "answered");
        yield carry(exchange, product);
      }
    };
  }

  /** The same for an answer that was released since it was stopped. */
  public Optional<Refusal> walkReleased(Exchange exchange, Product product) {
    exchange.released().ifPresent(it -> exchange.trail().skip(Name.UPSTREAM, it.told()));
    return carry(exchange, product);
  }

  private Optional<Refusal> carry(Exchange exchange, Product product) {
    var refusal = prepare(exchange, product);
    return refusal.isPresent() || exchange.closed() ? refusal : deliver(exchange, product);
  }

  /**
   * Reviews, marks and reads back what came, so that it could leave. Empty when it may, and when
   * the product has ended the exchange with a reply of its own.
   */
  public Optional<Refusal> prepare(Exchange exchange, Product product) {
    var withheld = review.output(exchange, product);
    if (withheld.isPresent()) {
      return withhold(exchange, product, withheld.get());
    }
    mark(exchange, product);
    readBack(exchange, product);
    exchange.made(product.kept());
    return Optional.empty();
  }

  /** Records what was prepared, and lets it leave. */
  public Optional<Refusal> deliver(Exchange exchange, Product product) {
    var recorded = recorder.delivered(exchange, product.exit());
    product.deliver(recorded);
    return Optional.empty();
  }

  /** What is stopped is kept for whoever decides on it, now or on appeal (Art. 10, 12). */
  private Optional<Refusal> withhold(Exchange exchange, Product product, Withheld why) {
    exchange.made(
        why.files().isEmpty()
            ? OutputRecord.whole(recorder.measure(exchange, OutputRecord.FIELD, product.texts()))
            : recorder.keep(exchange, why.files()));
    product.whole().ifPresent(whole -> recorder.keepAnswer(exchange, whole));
    return why.verdict() instanceof Verdict.Hold
        ? Optional.of(Refusal.held(exchange.id()))
        : product.withhold(why.verdict());
  }

  private static void mark(Exchange exchange, Product product) {
    var step = exchange.trail().begin(Name.MARK);
    product.mark();
    step.end(Decision.DONE, "explicit and implicit labels written");
  }

  private static void readBack(Exchange exchange, Product product) {
    var step = exchange.trail().begin(Name.READ_BACK);
    exchange.labelled(product.readBack());
    step.end(Decision.DONE, exchange.labels().size() + " labels found again");
  }
}
