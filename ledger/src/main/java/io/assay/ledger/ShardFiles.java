package io.assay.ledger;

import io.assay.ledger.LedgerException.Reason;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.note.Checkpoint;
import io.assay.ledger.note.SignedNote;
import io.assay.ledger.publish.LogKeys;
import io.assay.ledger.wal.Wal;
import io.assay.ledger.wal.WalArchive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where the parts of a ledger's shards lie, and which of the shards lives. */
record ShardFiles(LedgerConfig config) {

  private static final String WAL_SUFFIX = ".wal";
  private static final String RETIRED = "retired";

  Path keys(String shard) {
    return config.directory().resolve("keys").resolve(shard);
  }

  Path wal(String shard) {
    return config.directory().resolve(shard + WAL_SUFFIX);
  }

  /** The one shard on this disk that has not been retired. */
  Optional<String> live() throws IOException {
    List<String> live =
        disk().list(config.directory()).stream()
            .filter(name -> name.endsWith(WAL_SUFFIX))
            .map(name -> name.substring(0, name.length() - WAL_SUFFIX.length()))
            .filter(name -> !isRetired(name))
            .toList();
    if (live.size() > 1) {
      throw new LedgerException(
          Reason.CORRUPT,
          "%s holds more than one live shard: %s; move all but one away"
              .formatted(config.directory(), String.join(", ", live)));
    }
    return live.stream().findFirst();
  }

  /**
   * The shard in a replica that lived last, of those whose keys are here, unless it was retired. A
   * replica may hold the shards of others as well.
   */
  Optional<String> lost(Replica replica) {
    return replica.shards().stream()
        .filter(shard -> disk().isDirectory(keys(shard)))
        .max(Comparator.comparing((String shard) -> lastTime(replica, shard)))
        .filter(shard -> !isRetired(shard));
  }

  /** The shards on this disk that have been retired, by name. */
  List<String> retired() throws IOException {
    return disk().list(config.directory()).stream()
        .filter(name -> name.endsWith(WAL_SUFFIX))
        .map(name -> name.substring(0, name.length() - WAL_SUFFIX.length()))
        .filter(this::isRetired)
        .sorted()
        .toList();
  }

  /** Opens a shard's write-ahead log; one that is lost begins with an index. */
  Wal openWal(String shard, long first) throws IOException {
    boolean lost = first > 0 && WalArchive.of(disk(), wal(shard), shard).segments() == 0;
    return Wal.open(disk(), wal(shard), shard, config.storage().wal(), lost ? first : 0);
  }

  /** The checkpoint that a log shows under its own signature. */
  Optional<SignedNote> shown(String shard) {
    LogKeys keys = LogKeys.read(disk(), keys(shard), config.clock());
    return config
        .storage()
        .stores()
        .apply(shard)
        .read("checkpoint")
        .map(SignedNote::parse)
        .filter(note -> !note.verifiedBy(keys.verifiers()).isEmpty());
  }

  void markRetired(String shard, String why) throws IOException {
    disk().createDirectories(wal(shard));
    disk().replace(wal(shard).resolve(RETIRED), why.getBytes(StandardCharsets.UTF_8));
  }

  static long size(SignedNote note) {
    return Checkpoint.parse(note.text()).size();
  }

  private boolean isRetired(String shard) {
    return disk().exists(wal(shard).resolve(RETIRED));
  }

  private static Instant lastTime(Replica replica, String shard) {
    long end = replica.extent(shard).end();
    List<byte[]> last = end == 0 ? List.of() : replica.read(shard, end - 1, 1);
    return last.isEmpty() ? Instant.MIN : Entry.parse(last.get(0)).time();
  }

  private Disk disk() {
    return config.storage().disk();
  }
}
