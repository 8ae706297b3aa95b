package io.assay.ledger;

import io.assay.ledger.note.Checkpoint;
import io.assay.ledger.note.SignedNote;
import io.assay.ledger.publish.Head;
import io.assay.ledger.publish.LogKeys;
import io.assay.ledger.publish.Publisher;
import io.assay.ledger.store.LogStore;
import io.assay.ledger.wal.Wal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
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

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Opens the ledger's live shard, or a new one when there is none or it has lost records. */
  static Shard open(LedgerConfig config) throws IOException {
    ShardFiles files = new ShardFiles(config);
    Optional<Replica> replica = config.assurance().replication().map(Replication::replica);
    Optional<String> live = files.live();
    if (live.isEmpty()) {
      live = replica.flatMap(files::lost);
    }
    return live.isEmpty()
        ? open(config, create(config), Optional.empty())
        : resume(config, live.get(), replica);
  }

  /** Opens a shard that has lived, restored from its replica as far as that is needed. */
  private static Shard resume(LedgerConfig config, String name, Optional<Replica> replica)
      throws IOException {
    ShardFiles files = new ShardFiles(config);
    Optional<Restoration> restoration = replica.map(from -> new Restoration(from, name));
    Wal wal = files.openWal(name, restoration.map(Restoration::first).orElse(0L));
    Optional<Head> head = Head.read(config.storage().disk(), files.wal(name));
    Optional<SignedNote> shown = files.shown(name);
    boolean agrees;
    try {
      agrees = restoration.isEmpty() || restoration.get().into(wal);
    } catch (IOException | RuntimeException failed) {
      wal.close();
      throw failed;
    }
    if (restoration.isPresent() && agrees && size(shown) > size(head.map(Head::note))) {
      head = shown.map(note -> new Head(Instant.EPOCH, note));
    }
    Optional<String> loss = loss(wal, agrees, size(head.map(Head::note)), size(shown));
    if (loss.isEmpty()) {
      return assemble(config, name, wal, head, Optional.empty());
    }
    wal.close();
    Incident incident = new Incident(name, loss.get());
    retire(config, incident, head.map(Head::checkpoint));
    return open(config, create(config), Optional.of(incident));
  }

  /** What of a shard is lost for good, if anything is. */
  private static Optional<String> loss(Wal wal, boolean agrees, long signed, long shown) {
    long tree = Math.max(signed, shown);
    if (wal.durableEnd() < tree || shown > signed) {
      return Optional.of(
          "it holds %d records and the signature of %d, but a tree of %d was shown; it is retired"
              .formatted(wal.durableEnd(), signed, tree));
    }
    if (wal.first() > tree) {
      return Optional.of("its tree of %d entries is lost; it is retired".formatted(wal.first()));
    }
    return agrees
        ? Optional.empty()
        : Optional.of("its records are not those of its replica; it is retired");
  }

  private static long size(Optional<SignedNote> note) {
    return note.map(ShardFiles::size).orElse(0L);
  }

  /** Whether a text has the form of a shard's name: a day and eight hexadecimal digits. */
  static boolean isName(String text) {
    return text.matches("[0-9]{8}-[0-9a-f]{8}");
  }

  /** Ends a shard for good: it is never opened for writing again. */
  static void retire(LedgerConfig config, Incident why, Optional<Checkpoint> last)
      throws IOException {
    new ShardFiles(config).markRetired(why.shard(), why.what());
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

  private static Shard open(LedgerConfig config, String name, Optional<Incident> loss)
      throws IOException {
    Wal wal = new ShardFiles(config).openWal(name, 0);
    return assemble(config, name, wal, Optional.empty(), loss);
  }

  private static Shard assemble(
      LedgerConfig config, String name, Wal wal, Optional<Head> head, Optional<Incident> loss)
      throws IOException {
    try {
      LogStore store = config.storage().stores().apply(name);
      ShardFiles files = new ShardFiles(config);
      LogKeys keys = LogKeys.read(config.storage().disk(), files.keys(name), config.clock());
      Optional<Replicator> replicator =
          config
              .assurance()
              .replication()
              .map(replication -> new Replicator(replication, name, wal));
      Publisher publisher =
          new Publisher(
              new Publisher.Parts(
                  keys.verifiers().get(0).name(),
                  config.storage().disk(),
                  files.wal(name),
                  wal,
                  store,
                  keys,
                  config.assurance().signers(),
                  config.assurance().cosigning(),
                  new Publisher.Copy() {
                    @Override
                    public long end() {
                      return replicator.map(Replicator::end).orElse(Long.MAX_VALUE);
                    }

                    @Override
                    public void published(long size) {
                      replicator.ifPresent(copying -> copying.published(size));
                    }
                  },
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

  private static String create(LedgerConfig config) throws IOException {
    byte[] random = new byte[4];
    RANDOM.nextBytes(random);
    String day =
        DateTimeFormatter.BASIC_ISO_DATE.format(config.clock().instant().atOffset(ZoneOffset.UTC));
    String name = day.substring(0, 8) + "-" + HexFormat.of().formatHex(random);
    LogKeys.create(
        config.storage().disk(),
        new ShardFiles(config).keys(name),
        config.origin() + "/" + name,
        config.clock());
    return name;
  }
}
