package io.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.store.FileStore;
import io.assay.ledger.store.HttpSource;
import io.assay.ledger.verify.LogVerifier;
import io.assay.ledger.verify.TrustPolicy;
import io.assay.ledger.verify.Verification;
import io.assay.ledger.wal.WalSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projections, pruning and what a web server sends. */
class LogUseTest {

  @TempDir Path directory;

  private Ledger ledger;

  @BeforeEach
  void open() {
    ledger =
        Ledger.open(
            LedgerConfig.at(directory, "assay.example/use")
                .withIntervals(Duration.ofHours(1), Duration.ofHours(1))
                .withWal(new WalSettings(1 << 20, 1024)));
    for (int i = 1; i < 799; i++) {
      ledger.append(Entry.of("test.entry", Instant.EPOCH, Map.of("n", i)));
    }
    ledger
        .append(Entry.of("test.entry", Instant.EPOCH, Map.of("n", 799)))
        .await(Acknowledgement.DURABLE);
    ledger.publish();
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void aProjectionCatchesUp_showsItsLag_andFindsWhatWasChanged() {
    Rows rows = new Rows();
    Projection projection = new Projection(ledger.shard(), ledger.reader(), rows);
    assertThat(projection.lag()).isEqualTo(800);
    assertThat(projection.catchUp()).isEqualTo(800);
    assertThat(projection.catchUp()).isZero();
    assertThat(projection.lag()).isZero();
    assertThat(projection.findMismatch()).isEmpty();
    rows.entries.set(417, rows.entries.get(3));
    assertThat(projection.findMismatch()).hasValue(417);
    projection.rebuild();
    assertThat(projection.findMismatch()).isEmpty();
  }

  @Test
  void pruningKeepsTheRootAndTheReceiptsOfTheRest() {
    Receipt old = ledger.receipt(100).orElseThrow();
    assertThat(
            ledger
                .pruner()
                .prune(
                    10_000,
                    entry -> entry.body().get("n") instanceof Long n ? n < 600 : true,
                    "six months are over"))
        .isEqualTo(512);
    FileStore log = new FileStore(Disk.real(), directory.resolve(ledger.shard()));
    assertThat(Pruner.minIndex(log)).isEqualTo(512);
    LogVerifier strict = new LogVerifier(TrustPolicy.of(ledger.keys()));
    assertThat(strict.verify(log)).isInstanceOf(Verification.Broken.class);
    LogVerifier knowing = new LogVerifier(TrustPolicy.of(ledger.keys()).withMinIndex(512));
    assertThat(knowing.verify(log))
        .isInstanceOfSatisfying(
            Verification.Sound.class, sound -> assertThat(sound.entries()).isEqualTo(801 - 512));
    assertThat(old.verify(ledger.keys()).body()).containsEntry("n", 100L);
    assertThat(ledger.receipt(600).orElseThrow().verify(ledger.keys()).body())
        .containsEntry("n", 600L);
    assertThat(ledger.reader().entry(800).type()).isEqualTo("ledger.pruned");
    assertThatThrownBy(() -> ledger.reader().entry(100)).isInstanceOf(LedgerException.class);
  }

  @Test
  void resourcesSayHowLongTheyMayBeKept() {
    assertThat(ledger.resource("checkpoint").orElseThrow().cacheControl()).isEqualTo("max-age=2");
    Resource tile = ledger.resource("tile/0/000").orElseThrow();
    assertThat(tile.content()).hasSize(8192);
    assertThat(tile.contentType()).isEqualTo("application/octet-stream");
    assertThat(tile.cacheControl()).contains("immutable");
    for (String secret : List.of("../keys", "head", "tile/0/../../x", ".staging/0", "tile/0/9")) {
      assertThat(ledger.resource(secret)).as(secret).isEmpty();
    }
  }

  @Test
  void aLogBehindAWebServerIsVerified_andItsTroubleTold() throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    AtomicBoolean broken = new AtomicBoolean();
    server.createContext(
        "/log/",
        exchange -> {
          try (exchange) {
            String path = exchange.getRequestURI().getPath().substring("/log/".length());
            Optional<Resource> resource = ledger.resource(path);
            byte[] body = resource.map(Resource::content).orElse(new byte[0]);
            int status = broken.get() ? 500 : resource.isPresent() ? 200 : 404;
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    try {
      HttpSource log =
          new HttpSource(URI.create("http://localhost:" + server.getAddress().getPort() + "/log"));
      LogVerifier verifier = new LogVerifier(TrustPolicy.of(ledger.keys()));
      assertThat(verifier.verify(log)).isInstanceOf(Verification.Sound.class);
      assertThat(new LogReader(log).receipt(300).verify(ledger.keys()).body())
          .containsEntry("n", 300L);
      broken.set(true);
      assertThatThrownBy(() -> verifier.verify(log)).hasMessageContaining("status 500");
    } finally {
      server.stop(0);
    }
  }

  /** A projection in memory. */
  private static final class Rows implements Projector {

    private final List<Entry> entries = new ArrayList<>();

    @Override
    public long position(String shard) {
      return entries.size();
    }

    @Override
    public void project(String shard, List<LogReader.Placed> placed) {
      placed.forEach(each -> entries.add(each.entry()));
    }

    @Override
    public OptionalLong mismatch(String shard, List<LogReader.Placed> placed) {
      return placed.stream()
          .filter(each -> !entries.get((int) each.index()).equals(each.entry()))
          .mapToLong(LogReader.Placed::index)
          .findFirst();
    }

    @Override
    public void clear(String shard) {
      entries.clear();
    }
  }
}
