package io.assay.ledger;

import io.assay.ledger.LedgerException.Reason;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.note.SigningKey;
import io.assay.ledger.publish.Head;
import io.assay.ledger.publish.LogKeys;
import io.assay.ledger.publish.Publisher;
import io.assay.ledger.store.LogStore;
import io.assay.ledger.wal.Wal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One log of the ledger, opened for writing: its write-ahead log, key, store and publisher. */
record Shard(
    String name,
    SigningKey key,
    Wal wal,
    LogStore store,
    Publisher publisher,
    Instant lastSeen,
    Optional<Incident> loss)
    implements AutoCloseable {

  private static final String WAL_SUFFIX = ".wal";
  private static final String RETIRED = "retired";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Opens the ledger's live shard, or a new one when there is none or it has lost records. */
  static Shard open(LedgerConfig config) throws IOException {
    Optional<String> live = findLive(config);
    if (live.isEmpty()) {
      return open(config, create(config), Optional.empty());
    }
    String name = live.get();
    Optional<Head> head = Head.read(config.disk(), walDirectory(config, name));
    Wal wal = openWal(config, name);
    long signed = head.map(last -> last.checkpoint().size()).orElse(0L);
    if (wal.durableEnd() >= signed) {
      return assemble(config, name, wal, head, Optional.empty());
    }
    Incident loss =
        new Incident(
            name,
            "its write-ahead log holds %d records, but a tree of %d was signed; the shard is retired"
                .formatted(wal.durableEnd(), signed));
    wal.close();
    config
        .disk()
        .replace(
            walDirectory(config, name).resolve(RETIRED),
            loss.what().getBytes(StandardCharsets.UTF_8));
    return open(config, create(config), Optional.of(loss));
  }

  String origin() {
    return key.verifier().name();
  }

  @Override
  public void close() throws IOException {
    publisher.close();
    wal.close();
  }

  private static Shard open(LedgerConfig config, String name, Optional<Incident> loss)
      throws IOException {
    return assemble(config, name, openWal(config, name), Optional.empty(), loss);
  }

  private static Shard assemble(
      LedgerConfig config, String name, Wal wal, Optional<Head> head, Optional<Incident> loss)
      throws IOException {
    try {
      LogStore store = config.stores().apply(name);
      SigningKey key = keys(config).read(name);
      store.write(Map.of("vkey", (key.verifier() + "\n").getBytes(StandardCharsets.UTF_8)));
      Publisher publisher =
          new Publisher(
              new Publisher.Parts(
                  key.verifier().name(),
                  config.disk(),
                  walDirectory(config, name),
                  wal,
                  store,
                  () -> List.of(key),
                  config.cosigning(),
                  config.clock()),
              head);
      Instant lastSeen = head.map(Head::time).orElse(Instant.MIN.plusSeconds(3600));
      return new Shard(name, key, wal, store, publisher, lastSeen, loss);
    } catch (IOException | RuntimeException failed) {
      wal.close();
      throw failed;
    }
  }

  private static Wal openWal(LedgerConfig config, String name) throws IOException {
    return Wal.open(config.disk(), walDirectory(config, name), name, config.wal());
  }

  private static String create(LedgerConfig config) throws IOException {
    byte[] random = new byte[4];
    RANDOM.nextBytes(random);
    String day =
        DateTimeFormatter.BASIC_ISO_DATE.format(config.clock().instant().atOffset(ZoneOffset.UTC));
    String name = day.substring(0, 8) + "-" + HexFormat.of().formatHex(random);
    keys(config).create(name, config.origin() + "/" + name);
    return name;
  }

  private static Optional<String> findLive(LedgerConfig config) throws IOException {
    Disk disk = config.disk();
    List<String> live =
        disk.list(config.directory()).stream()
            .filter(name -> name.endsWith(WAL_SUFFIX))
            .map(name -> name.substring(0, name.length() - WAL_SUFFIX.length()))
            .filter(name -> !disk.exists(walDirectory(config, name).resolve(RETIRED)))
            .toList();
    if (live.size() > 1) {
      throw new LedgerException(
          Reason.CORRUPT,
          "%s holds more than one live shard: %s; move all but one away"
              .formatted(config.directory(), String.join(", ", live)));
    }
    return live.stream().findFirst();
  }

  private static LogKeys keys(LedgerConfig config) {
    return new LogKeys(config.disk(), config.directory().resolve("keys"), config.clock());
  }

  private static Path walDirectory(LedgerConfig config, String name) {
    return config.directory().resolve(name + WAL_SUFFIX);
  }
}
