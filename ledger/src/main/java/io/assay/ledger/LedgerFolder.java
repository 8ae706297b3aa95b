package io.assay.ledger;

import io.assay.ledger.disk.Disk;
import io.assay.ledger.store.FileStore;
import io.assay.ledger.store.LogSource;
import io.assay.ledger.verify.ShardSetVerifier;
import io.assay.ledger.verify.TrustPolicy;
import io.assay.ledger.verify.Verification;
import io.assay.ledger.verify.Verification.Broken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** All logs of a ledger, as they lie in its directory, and the registry that knows of them. */
record LedgerFolder(Path directory) {

  /**
   * The registry's log, in a directory or in its one shard.
   *
   * @throws IllegalArgumentException when there is none, or more than one
   */
  LogSource registry(Path known) throws IOException {
    if (Disk.real().exists(known.resolve("checkpoint"))) {
      return new FileStore(Disk.real(), known);
    }
    List<String> logs = logs(known);
    if (logs.size() != 1) {
      throw new IllegalArgumentException(
          "%s is no log, and %s holds %d logs of a registry; name one with --registry"
              .formatted(directory, known, logs.size()));
    }
    return new FileStore(Disk.real(), known.resolve(logs.get(0)));
  }

  /** Verifies the registry, each shard it knows of, and that there is no other. */
  List<Verification> verify(LogSource registry, TrustPolicy policy) throws IOException {
    Map<String, Verification> found =
        new ShardSetVerifier(policy)
            .verify(registry, shard -> new FileStore(Disk.real(), directory.resolve(shard)));
    List<Verification> all = new ArrayList<>();
    found.forEach((shard, verification) -> all.add(named(shard, verification)));
    for (String log : logs(directory)) {
      if (!found.containsKey(log)) {
        all.add(new Broken(log, OptionalLong.empty(), "the registry does not know this shard"));
      }
    }
    return all;
  }

  private static Verification named(String shard, Verification verification) {
    return verification instanceof Broken broken && !broken.resource().equals(shard)
        ? new Broken(shard + "/" + broken.resource(), broken.entry(), broken.what())
        : verification;
  }

  private static List<String> logs(Path folder) throws IOException {
    return Disk.real().list(folder).stream()
        .filter(Shard::isName)
        .filter(name -> Disk.real().exists(folder.resolve(name).resolve("checkpoint")))
        .toList();
  }
}
