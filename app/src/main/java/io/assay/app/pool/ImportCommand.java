package io.assay.app.pool;

import io.assay.review.Feature;
import io.assay.review.Pool;
import io.assay.review.pool.PoolDiff;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts the features of one file into the pool of another. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Put the features of a file into a pool, by their ids.")
final class ImportCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "SOURCE", description = "A .csv, .json or .pool file.")
  Path source = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "POOL",
      description = "The .csv or .json file to put them into; made if it is not there.")
  Path target = Path.of("");

  @Option(
      names = "--trust",
      paramLabel = "ID=KEY",
      description = "A signer's id and public key in a PEM file.")
  Map<String, Path> trust = Map.of();

  @Override
  public void run() {
    List<Feature> features = features();
    Pool before = Files.exists(target) ? new PoolFile(target).pool() : Pool.empty();
    Pool after = before.with("imported", features, Set.of());
    new PoolFile(target).write(after);
    PoolDiff diff = PoolDiff.between(before, after);
    spec.commandLine()
        .getOut()
        .printf(
            "%d features: %d added, %d changed, content hash %s%n",
            after.size(), diff.added().size(), diff.changed().size(), after.contentHash());
  }

  private List<Feature> features() {
    PoolFile file = new PoolFile(source);
    if (!file.signed()) {
      return file.read().orThrow();
    }
    Map<String, PublicKey> keys = new TreeMap<>();
    trust.forEach((id, key) -> keys.put(id, Keys.publicKey(key)));
    return file.open(keys);
  }
}
