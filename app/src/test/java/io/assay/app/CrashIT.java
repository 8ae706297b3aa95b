package io.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.ledger.LogReader;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.store.FileStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the program in the middle of traffic and looks for what it had acknowledged. */
class CrashIT {
  private static final int CALLERS = 4;
  private static final int ENOUGH = 60;

  @TempDir Path folder;

  private static void call(HttpClient http, AssayProcess assay, Set<String> acknowledged)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(assay.gateway() + "/v1/chat/completions"))
            .header("Authorization", "Bearer " + assay.fact("trial_key"))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"model\":\"sample-chat\",\"messages\":"
                        + "[{\"role\":\"user\",\"content\":\"hello\"}]}"))
            .build();
    var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() == 200) {
      acknowledged.add(answer.headers().firstValue("x-assay-content-id").orElseThrow());
    }
  }

  private static void callUntilKilled(
      HttpClient http, AssayProcess assay, Set<String> acknowledged, CountDownLatch enough) {
    try {
      while (true) {
        call(http, assay, acknowledged);
        enough.countDown();
      }
    } catch (IOException killed) {
      enough.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Set<String> trafficUntilKilled(AssayProcess assay) throws InterruptedException {
    var acknowledged = ConcurrentHashMap.<String>newKeySet();
    var enough = new CountDownLatch(ENOUGH);
    try (var http = HttpClient.newHttpClient();
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CALLERS; i++) {
        callers.execute(() -> callUntilKilled(http, assay, acknowledged, enough));
      }
      enough.await();
      assay.kill();
    }
    return acknowledged;
  }

  private static Set<String> recorded(Path ledger) throws IOException {
    var exchanges = new HashSet<String>();
    try (var shards = Files.list(ledger)) {
      for (var shard : shards.filter(path -> Files.exists(path.resolve("checkpoint"))).toList()) {
        new LogReader(new FileStore(Disk.real(), shard))
            .entries(0, Long.MAX_VALUE)
            .filter(placed -> placed.entry().type().equals("exchange.closed"))
            .forEach(placed -> exchanges.add((String) placed.entry().body().get("exchange")));
      }
    }
    return exchanges;
  }

  @Test
  void everyAcknowledgedExchangeIsInTheLedger_afterKill() throws Exception {
    var data = folder.resolve("data");
    var acknowledged = new HashSet<String>();
    try (var assay = AssayProcess.start(data)) {
      acknowledged.addAll(trafficUntilKilled(assay));
      assay.restart();
      acknowledged.addAll(trafficUntilKilled(assay));
      assay.restart();
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
    assertThat(recorded(data.resolve("ledger"))).containsAll(acknowledged);
  }
}
