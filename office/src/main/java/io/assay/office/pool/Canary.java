package io.assay.office.pool;

import io.assay.gateway.Duty;
import io.assay.review.Context;
import io.assay.review.Reviewer;
import io.assay.review.Verdict;
import io.assay.review.pool.Sample;
import io.assay.review.pool.StarterPool;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Shows every hour that the pool in force stops what it must and lets pass what it should. */
@Duty("DS-10")
@Component
public class Canary {
  private static final int KNOWN_BAD = 200;

  private final CanaryStore store;
  private final Versions versions;
  private final Bench bench;
  private final Clock clock;
  private final List<Sample> good = BenignCorpus.load();

  Canary(CanaryStore store, Versions versions, Bench bench, Clock clock) {
    this.store = store;
    this.versions = versions;
    this.bench = bench;
    this.clock = clock;
  }

  /** Runs it now and keeps the result. */
  @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  public void run() {
    Reviewer reviewer = bench.inForce();
    List<String> bad = new ArrayList<>(store.mustBlock(KNOWN_BAD));
    bad.add(StarterPool.CHINESE_MARKER);
    bad.add(StarterPool.ENGLISH_MARKER);
    long stopped = bad.stream().filter(text -> stopped(reviewer, text)).count();
    long passed =
        good.stream()
            .filter(it -> reviewer.review(it.text(), it.context()) instanceof Verdict.Pass)
            .count();
    store.add(
        new CanaryStore.Run(
            clock.instant(),
            versions.number(),
            bad.size(),
            (int) stopped,
            good.size(),
            (int) passed));
  }

  private static boolean stopped(Reviewer reviewer, String text) {
    return reviewer.review(text, Context.output()) instanceof Verdict.Block
        || reviewer.review(text, Context.input()) instanceof Verdict.Block;
  }
}
