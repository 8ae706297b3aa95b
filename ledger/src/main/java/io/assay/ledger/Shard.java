package io.assay.ledger;

import io.assay.ledger.LedgerException.Reason;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.note.Checkpoint;
import io.assay.ledger.note.SignedNote;
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
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One log of the ledger, opened for writing: its write-ahead log, key, store and publisher. */
record Shard(
    String name,
    LogKeys keys,
    Wal wal,
    LogStore store,
    Publisher publisher,
    Optional<Replicator> replicator,
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
    Optional<Head> head = Head.read(config.storage().disk(), walDirectory(config, name));
    long signed = head.map(last -> last.checkpoint().size()).orElse(0L);
    long shown = shownSize(config, name);
    Wal wal = openWal(config, name);
    if (wal.durableEnd() >= signed && shown <= signed) {
      return assemble(config, name, wal, head, Optional.empty());
    }
    Incident loss =
        new Incident(
            name,
            "it holds %d records and the signature of %d, but a tree of %d was shown; it is retired"
                .formatted(wal.durableEnd(), signed, Math.max(signed, shown)));
    wal.close();
    retire(config, loss, head.map(Head::checkpoint));
    return open(config, create(config), Optional.of(loss));
  }

  /** Whether a text has the form of a shard's name: a day and eight hexadecimal digits. */
  static boolean isName(String text) {
    return text.matches("[0-9]{8}-[0-9a-f]{8}");
  }

  /** Ends a shard for good: it is never opened for writing again. */
  static void retire(LedgerConfig config, Incident why, Optional<Checkpoint> last)
      throws IOException {
    config
        .storage()
        .disk()
        .replace(
            walDirectory(config, why.shard()).resolve(RETIRED),
            why.what().getBytes(StandardCharsets.UTF_8));
    Map<String, Object> body = new HashMap<>();
    body.put("shard", why.shard());
    body.put("why", why.what());
    last.ifPresent(
        tree -> {
          body.put("size", tree.size());
          body.put("root", tree.root().toBase64());
        });
    register(config, "registry.retired", body);
  }

  /** Notes a fact about a shard in the registry, if there is one. */
  static void register(LedgerConfig config, String type, Map<String, Object> body) {
    config
        .assurance()
        .registry()
        .ifPresent(registry -> registry.record(Entry.of(type, config.clock().instant(), body)));
  }

  /** Writes the public keys into the log, one line each. */
  void showKeys() {
    String lines = keys.verifiers().stream().map(key -> key + "\n").collect(Collectors.joining());
    store.write(Map.of("vkey", lines.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void close() throws IOException {
    replicator.ifPresent(Replicator::close);
    publisher.close();
    wal.close();
  }

  /** The size of the tree that the log shows under its own signature. */
  private static long shownSize(LedgerConfig config, String name) {
    LogKeys keys =
        LogKeys.read(config.storage().disk(), keyDirectory(config, name), config.clock());
    return config
        .storage()
        .stores()
        .apply(name)
        .read("checkpoint")
        .map(SignedNote::parse)
        .filter(note -> !note.verifiedBy(keys.verifiers()).isEmpty())
        .map(note -> Checkpoint.parse(note.text()).size())
        .orElse(0L);
  }

  private static Shard open(LedgerConfig config, String name, Optional<Incident> loss)
      throws IOException {
    return assemble(config, name, openWal(config, name), Optional.empty(), loss);
  }

  private static Shard assemble(
      LedgerConfig config, String name, Wal wal, Optional<Head> head, Optional<Incident> loss)
      throws IOException {
    try {
      LogStore store = config.storage().stores().apply(name);
      LogKeys keys =
          LogKeys.read(config.storage().disk(), keyDirectory(config, name), config.clock());
      Optional<Replicator> replicator =
          config.assurance().replica().map(replica -> new Replicator(replica, name, wal));
      Publisher publisher =
          new Publisher(
              new Publisher.Parts(
                  keys.verifiers().get(0).name(),
                  config.storage().disk(),
                  walDirectory(config, name),
                  wal,
                  store,
                  keys,
                  config.assurance().signers(),
                  config.assurance().cosigning(),
                  () -> replicator.map(Replicator::end).orElse(Long.MAX_VALUE),
                  config.clock()),
              head);
      Instant lastSeen = head.map(Head::time).orElse(Instant.EPOCH);
      Shard shard = new Shard(name, keys, wal, store, publisher, replicator, lastSeen, loss);
      shard.showKeys();
      replicator.ifPresent(Replicator::start);
      if (head.isEmpty()) {
        register(
            config,
            "registry.birth",
            Map.of("shard", name, "key", keys.verifiers().get(0).toString()));
      }
      return shard;
    } catch (RuntimeException failed) {
      wal.close();
      throw failed;
    }
  }

  private static Wal openWal(LedgerConfig config, String name) throws IOException {
    return Wal.open(
        config.storage().disk(), walDirectory(config, name), name, config.storage().wal());
  }

  private static String create(LedgerConfig config) throws IOException {
    byte[] random = new byte[4];
    RANDOM.nextBytes(random);
    String day =
        DateTimeFormatter.BASIC_ISO_DATE.format(config.clock().instant().atOffset(ZoneOffset.UTC));
    String name = day.substring(0, 8) + "-" + HexFormat.of().formatHex(random);
    LogKeys.create(
        config.storage().disk(),
        keyDirectory(config, name),
        config.origin() + "/" + name,
        config.clock());
    return name;
  }

  private static Optional<String> findLive(LedgerConfig config) throws IOException {
    Disk disk = config.storage().disk();
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

  private static Path keyDirectory(LedgerConfig config, String name) {
    return config.directory().resolve("keys").resolve(name);
  }

  private static Path walDirectory(LedgerConfig config, String name) {
    return config.directory().resolve(name + WAL_SUFFIX);
  }
}
