package io.assay.office.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.journal.ExchangeReceived;
import io.assay.gateway.journal.Measure;
import io.assay.gateway.journal.Origin;
import io.assay.ledger.Acknowledgement;
import io.assay.ledger.Entry;
import io.assay.ledger.Ledger;
import io.assay.ledger.LedgerConfig;
import io.assay.office.TestOffice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

class RetiredShardIT {
  private static final Measure INPUT = new Measure("text", 12, "aa");

  @TempDir Path directory;

  @Test
  void whatStoodInARetiredShard_isInTheIndexToo() throws IOException {
    String lost;
    try (Ledger ledger = Ledger.open(config())) {
      receive(ledger, "before");
      ledger.publish();
      lost = ledger.shard();
    }
    loseTheRecords(lost);
    try (TestOffice office = TestOffice.start();
        Ledger ledger = Ledger.open(config())) {
      receive(ledger, "after");
      ledger.publish();
      assertThat(ledger.retired()).containsExactly(lost);
      Projection projection = projection(office, ledger);
      projection.catchUp();
      assertThat(found(office)).containsExactlyInAnyOrder("before", "after");
      projection.rebuild();
      assertThat(found(office)).containsExactlyInAnyOrder("before", "after");
    }
  }

  private static Projection projection(TestOffice office, Ledger ledger) {
    return new Projection(
        ledger,
        office.bean(ProjectionStore.class),
        office.bean(ExchangeStore.class),
        List.of(),
        office.bean(TransactionTemplate.class));
  }

  private static List<String> found(TestOffice office) {
    return office
        .bean(ExchangeIndex.class)
        .list(ExchangeFilter.everything(), Optional.empty(), 10)
        .exchanges()
        .stream()
        .map(ExchangeSummary::id)
        .toList();
  }

  private LedgerConfig config() {
    return LedgerConfig.at(directory, "office.example/test");
  }

  private void loseTheRecords(String shard) throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve(shard + ".wal"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".wal")).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void receive(Ledger ledger, String id) {
    Origin origin = new Origin("tnt", "key", "subject", "chat", "text", "model-a");
    ledger
        .append(
            Entry.of(
                ExchangeReceived.TYPE,
                Instant.now(),
                new ExchangeReceived(id, origin, false, INPUT, List.of()).body()))
        .await(Acknowledgement.DURABLE);
  }
}
