package io.assay.bench.gateway;

import io.assay.gateway.access.Snapshots;
import io.assay.gateway.attachment.Attachments;
import io.assay.gateway.chat.ChatEndpoint;
import io.assay.gateway.config.LabelConfig;
import io.assay.gateway.exchange.Recorder;
import io.assay.gateway.exchange.ReleasedAnswers;
import io.assay.gateway.exchange.Review;
import io.assay.gateway.exchange.ReviewOpinions;
import io.assay.gateway.exchange.Way;
import io.assay.gateway.journal.Journal;
import io.assay.gateway.upstream.Upstreams;
import io.assay.ledger.Ledger;
import io.assay.ledger.LedgerConfig;
import io.assay.ledger.vault.Retention;
import io.assay.ledger.vault.Vault;
import io.assay.ledger.vault.VaultConfig;
import io.assay.review.Reviewer;
import io.assay.review.pool.StarterPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * Walks exchanges whose upstream takes 100 ms, in rounds: with the ledger and the vault on the
 * disk, and twice with a journal that keeps nothing. Prints what recording adds to the median and
 * to the 99th percentile of a round, and, as the noise, what one run without differs from the
 * other; each as the median over the rounds with its 95 % confidence interval. Each round also
 * times single forces of the same disk, which is what recording cannot be faster than.
 *
 * <p>Arguments: a directory on the disk in question, the number of rounds.
 */
public final class ExchangeOverhead {
  private static final int CALLERS = 8;
  private static final int CALLS = 12;
  private static final int WARM_UP = 3;
  private static final Duration UPSTREAM = Duration.ofMillis(100);

  private final Snapshots snapshots =
      new Snapshots(new OneCaller(), Duration.ofMinutes(1), snapshot -> {});
  private final Reviewer reviewer = Reviewer.of(StarterPool.load());

  /** What one slice added to the upstream's time, in microseconds. */
  private record Added(long p50, long p99) {}

  private ExchangeOverhead() {}

  public static void main(String[] args) throws IOException {
    var folder = Files.createTempDirectory(Path.of(args[0]), "exchange");
    int rounds = Integer.parseInt(args[1]);
    var retention = new Retention(ZoneId.of("Asia/Shanghai"), Map.of(DiskJournal.CLASS, 12));
    var config =
        VaultConfig.at(
            folder.resolve("vault"), folder.resolve("key"), retention, InstantSource.system());
    var bench = new ExchangeOverhead();
    try (var vault = new Vault(config);
        var ledger =
            Ledger.open(LedgerConfig.at(folder.resolve("ledger"), "bench.local/gateway"))) {
      bench.rounds(rounds, new DiskJournal(ledger, vault), folder.resolve("raw"));
    }
    bench.snapshots.close();
  }

  private void rounds(int count, Journal disk, Path raw) throws IOException {
    var none = new NoJournal();
    var on = new ArrayList<Added>();
    var off = new ArrayList<Added>();
    var offAgain = new ArrayList<Added>();
    var forces = new ArrayList<Long>();
    for (int round = -WARM_UP; round < count; round++) {
      var first = slice(none);
      var recorded = slice(disk);
      var second = slice(none);
      long force = RawForce.p50Micros(raw, UPSTREAM);
      if (round >= 0) {
        boolean swap = round % 2 == 1;
        off.add(swap ? second : first);
        on.add(recorded);
        forces.add(force);
        offAgain.add(swap ? first : second);
      }
    }
    report(count, on, off, offAgain);
    System.out.println("one raw force after 100 ms  " + interval(forces));
  }

  private static void report(int count, List<Added> on, List<Added> off, List<Added> offAgain) {
    System.out.printf("%d rounds of %d exchanges each way%n", count, CALLERS * CALLS);
    System.out.println("without journal, p50 added  " + interval(p50(off)));
    System.out.println("with journal, p50 added     " + interval(p50(on)));
    System.out.println("recording adds to the p50   " + interval(minus(p50(on), p50(off))));
    System.out.println("off against off, p50        " + interval(minus(p50(offAgain), p50(off))));
    System.out.println("recording adds to the p99   " + interval(minus(p99(on), p99(off))));
    System.out.println("off against off, p99        " + interval(minus(p99(offAgain), p99(off))));
  }

  private static List<Long> p50(List<Added> slices) {
    return slices.stream().map(Added::p50).toList();
  }

  private static List<Long> p99(List<Added> slices) {
    return slices.stream().map(Added::p99).toList();
  }

  private static List<Long> minus(List<Long> one, List<Long> other) {
    var differences = new ArrayList<Long>();
    for (int i = 0; i < one.size(); i++) {
      differences.add(one.get(i) - other.get(i));
    }
    return differences;
  }

  /** The median and the order statistics that enclose it with 95 % confidence. */
  private static String interval(List<Long> values) {
    var sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    int count = sorted.size();
    int low = Math.max(0, (int) Math.floor((count - 1.96 * Math.sqrt(count)) / 2));
    return "%6d us  (%d to %d)"
        .formatted(sorted.get(count / 2), sorted.get(low), sorted.get(count - 1 - low));
  }

  private Added slice(Journal journal) {
    var micros = new long[CALLERS * CALLS];
    var review =
        new Review(reviewer, new ReviewOpinions(List.of(), InstantSource.system()), snapshots);
    var recorder = new Recorder(journal);
    var endpoint =
        new ChatEndpoint(
            Upstreams.only(new SlowUpstream(UPSTREAM)),
            review,
            recorder,
            LabelConfig.defaults(),
            Attachments.standard(),
            new ReleasedAnswers(
                snapshots, (shard, subject, exchange, field, commitment) -> Optional.empty()));
    var way = new Way(snapshots, review, recorder, 1 << 20, InstantSource.system());
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < CALLERS; caller++) {
        int first = caller * CALLS;
        callers.execute(
            () -> {
              for (int i = 0; i < CALLS; i++) {
                var call = new SilentCall();
                long from = System.nanoTime();
                way.walk(call, endpoint);
                micros[first + i] = (System.nanoTime() - from) / 1000 - UPSTREAM.toMillis() * 1000;
                call.requireDelivered();
              }
            });
      }
    }
    Arrays.sort(micros);
    return new Added(micros[micros.length / 2], micros[micros.length * 99 / 100]);
  }
}
