package io.assay.review.classifier;

import io.assay.review.classifier.Outcome.Failed;
import io.assay.review.classifier.Outcome.Reason;
import io.assay.review.classifier.Outcome.Scored;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A classifier with a time limit, a limit on calls at once, and a circuit breaker.
 *
 * <p>Every call returns within the time limit whatever the inner classifier does; an exception it
 * throws becomes a failed outcome. A call that overran its time counts against the calls at once
 * until it ends.
 */
public final class GuardedClassifier implements Classifier {

  private final Classifier inner;
  private final Limits limits;
  private final Semaphore places;
  private final Breaker breaker;

  /**
   * The limits of a guard.
   *
   * @param atOnce how many calls may be under way
   * @param failures after how many failures in a row the classifier rests
   * @param rest how long it rests before a trial call
   */
  public record Limits(Duration time, int atOnce, int failures, Duration rest) {

    public static final Limits STANDARD =
        new Limits(Duration.ofSeconds(2), 64, 5, Duration.ofSeconds(10));

    public Limits {
      if (!time.isPositive() || atOnce < 1 || failures < 1 || rest.isNegative()) {
        throw new IllegalArgumentException(
            "a guard needs a positive time and counts of at least 1, got "
                + time
                + ", "
                + atOnce
                + ", "
                + failures);
      }
    }
  }

  public GuardedClassifier(Classifier inner, Limits limits, InstantSource clock) {
    this.inner = inner;
    this.limits = limits;
    this.places = new Semaphore(limits.atOnce());
    this.breaker = new Breaker(limits.failures(), limits.rest(), clock);
  }

  @Override
  public String name() {
    return inner.name();
  }

  @Override
  public Outcome classify(String text) {
    if (!places.tryAcquire()) {
      return new Failed(Reason.BUSY, limits.atOnce() + " calls are under way");
    }
    if (!breaker.admits()) {
      places.release();
      return new Failed(Reason.RESTING, "it failed " + limits.failures() + " times in a row");
    }
    Outcome outcome = within(text);
    switch (outcome) {
      case Scored ignored -> breaker.succeeded();
      case Failed ignored -> breaker.failed();
    }
    return outcome;
  }

  private Outcome within(String text) {
    FutureTask<Outcome> call = new FutureTask<>(() -> inner.classify(text));
    Thread thread =
        Thread.ofVirtual()
            .name("classifier-" + inner.name())
            .start(
                () -> {
                  try {
                    call.run();
                  } finally {
                    places.release();
                  }
                });
    try {
      return call.get(limits.time().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      return new Failed(Reason.TIMED_OUT, "no answer in " + limits.time().toMillis() + " ms");
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      return new Failed(Reason.BROKEN, "the review was interrupted");
    } catch (ExecutionException e) {
      return new Failed(Reason.BROKEN, String.valueOf(e.getCause()));
    }
  }
}
