package io.assay.bench.gateway;

import io.assay.gateway.access.Snapshots;
import io.assay.gateway.chat.ChatEndpoint;
import io.assay.gateway.config.LabelConfig;
import io.assay.gateway.exchange.Recorder;
import io.assay.gateway.exchange.Review;
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
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * Walks exchanges whose upstream takes 100 ms, with the ledger and the vault on the disk and with a
 * journal in memory by turns, and prints what each adds to the 100 ms.
 */
public final class ExchangeOverhead {
  private static final int CALLERS = 8;
  private static final int CALLS = 25;
  private static final int ROUNDS = 6;
  private static final Duration UPSTREAM = Duration.ofMillis(100);

  private final Snapshots snapshots =
      new Snapshots(new OneCaller(), Duration.ofMinutes(1), snapshot -> {});
  private final Reviewer reviewer = Reviewer.of(StarterPool.load());

  private ExchangeOverhead() {}

  public static void main(String[] args) throws IOException {
    var bench = new ExchangeOverhead();
    var folder = Files.createTempDirectory("assay-exchange");
    var retention = new Retention(ZoneId.of("Asia/Shanghai"), Map.of(DiskJournal.CLASS, 12));
    var vault =
        new Vault(
            VaultConfig.at(
                folder.resolve("vault"), folder.resolve("key"), retention, InstantSource.system()));
    try (var ledger = Ledger.open(LedgerConfig.at(folder.resolve("ledger"), "bench.local/gateway"))) {
      bench.run(new DiskJournal(ledger, vault), "disk", 2);
      bench.run(new NoJournal(), "memory", 2);
      for (int round = 0; round < ROUNDS; round++) {
        bench.run(new DiskJournal(ledger, vault), "disk", CALLS);
        bench.run(new NoJournal(), "memory", CALLS);
      }
    }
    bench.snapshots.close();
  }

  private void run(Journal journal, String name, int calls) {
    var micros = new long[CALLERS * calls];
    var review = new Review(reviewer, snapshots);
    var recorder = new Recorder(journal);
    var endpoint =
        new ChatEndpoint(
            Upstreams.only(new SlowUpstream(UPSTREAM)), review, recorder, LabelConfig.defaults());
    var way = new Way(snapshots, review, recorder, 1 << 20, InstantSource.system());
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < CALLERS; caller++) {
        int first = caller * calls;
        callers.execute(
            () -> {
              for (int i = 0; i < calls; i++) {
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
    System.out.printf(
        "%-8s added p50 %6d us  p90 %6d us  p99 %6d us  of %d exchanges%n",
        name,
        micros[micros.length / 2],
        micros[micros.length * 9 / 10],
        micros[micros.length * 99 / 100],
        micros.length);
  }
}
