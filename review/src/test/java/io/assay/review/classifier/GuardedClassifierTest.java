package io.assay.review.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.review.classifier.GuardedClassifier.Limits;
import io.assay.review.classifier.LocalService.Told;
import io.assay.review.classifier.Outcome.Failed;
import io.assay.review.classifier.Outcome.Reason;
import io.assay.review.classifier.Outcome.Scored;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class GuardedClassifierTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Told GOOD =
      Told.ok("{\"results\":[{\"category_scores\":{\"violence\":0.5}}]}");
  private static final Told BAD = new Told(500, "", Duration.ZERO);
  private static final Told SLOW = new Told(200, GOOD.body(), Duration.ofSeconds(30));

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final AtomicReference<Told> told = new AtomicReference<>(GOOD);

  @Test
  void restsAfterFailuresInARow_andComesBackAfterATrial() {
    try (LocalService service = new LocalService(asked -> told.get())) {
      Classifier guarded = guard(service, 8);
      told.set(BAD);
      for (int i = 0; i < 3; i++) {
        assertThat(reason(guarded.classify("hi"))).isEqualTo(Reason.BROKEN);
      }
      told.set(GOOD);
      assertThat(reason(guarded.classify("hi"))).isEqualTo(Reason.RESTING);
      assertThat(service.asked).hasSize(3);

      now.set(Instant.EPOCH.plusSeconds(60));
      assertThat(guarded.classify("hi")).isInstanceOf(Scored.class);
      assertThat(guarded.classify("hi")).isInstanceOf(Scored.class);
    }
  }

  @Test
  void restsAgain_whenTheTrialFails() {
    try (LocalService service = new LocalService(asked -> BAD)) {
      Classifier guarded = guard(service, 8);
      for (int i = 0; i < 3; i++) {
        guarded.classify("hi");
      }
      now.set(Instant.EPOCH.plusSeconds(60));
      assertThat(reason(guarded.classify("hi"))).isEqualTo(Reason.BROKEN);
      assertThat(reason(guarded.classify("hi"))).isEqualTo(Reason.RESTING);
    }
  }

  @Test
  void oneSuccessForgivesEarlierFailures() {
    try (LocalService service = new LocalService(asked -> told.get())) {
      Classifier guarded = guard(service, 8);
      for (Told next : new Told[] {BAD, BAD, GOOD, BAD, BAD, GOOD}) {
        told.set(next);
        Outcome outcome = guarded.classify("hi");
        assertThat(outcome instanceof Scored).isEqualTo(next.equals(GOOD));
      }
    }
  }

  @Test
  void givesUpInTime_andKeepsThePlaceOfACallThatStillRuns() {
    try (LocalService service = new LocalService(asked -> SLOW)) {
      Classifier stubborn = new Stubborn();
      Classifier guarded =
          new GuardedClassifier(
              stubborn, new Limits(Duration.ofMillis(50), 1, 3, Duration.ofMinutes(1)), now::get);
      assertThat(reason(guarded.classify("hi"))).isEqualTo(Reason.TIMED_OUT);
      assertThat(reason(guarded.classify("hi"))).isEqualTo(Reason.BUSY);
      assertThat(reason(guard(service, 8).classify("hi"))).isEqualTo(Reason.TIMED_OUT);
    }
  }

  @Test
  void turnsAnExceptionIntoAFailure() {
    Classifier broken =
        new Classifier() {
          @Override
          public String name() {
            return "broken";
          }

          @Override
          public Outcome classify(String text) {
            throw new IllegalStateException("no model");
          }
        };
    Classifier guarded = new GuardedClassifier(broken, Limits.STANDARD, InstantSource.system());
    assertThat(guarded.classify("hi"))
        .isEqualTo(new Failed(Reason.BROKEN, "java.lang.IllegalStateException: no model"));
  }

  private Classifier guard(LocalService service, int atOnce) {
    Classifier remote =
        new RemoteClassifier(
            JsonService.openAi(
                "remote", service.address(), "omni", "key", 200, Duration.ofSeconds(20)),
            HTTP,
            now::get);
    return new GuardedClassifier(
        remote, new Limits(Duration.ofMillis(1500), atOnce, 3, Duration.ofMinutes(1)), now::get);
  }

  private static Reason reason(Outcome outcome) {
    return ((Failed) outcome).reason();
  }

  /** A classifier that ignores interruption. */
  private static final class Stubborn implements Classifier {
    @Override
    public String name() {
      return "stubborn";
    }

    @Override
    public Outcome classify(String text) {
      long end = System.nanoTime() + Duration.ofMillis(700).toNanos();
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      return new Failed(Reason.BROKEN, "late");
    }
  }
}
