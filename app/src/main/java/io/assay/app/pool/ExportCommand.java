package io.assay.app.pool;

import io.assay.review.Pool;
import io.assay.review.pool.PoolBundle;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a pool to a file in another format, or signed. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Write a pool to a .csv, a .json or, signed, a .pool file.")
final class ExportCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(names = "--from", paramLabel = "POOL", description = "A .csv or .json file.")
  Optional<Path> source = Optional.empty();

  @Option(names = "--to", paramLabel = "FILE", required = true, description = "The file to write.")
  Path target = Path.of("");

  @Option(
      names = "--sign",
      paramLabel = "ID=KEY",
      description = "The signer's id and Ed25519 private key in a PEM file.")
  Map<String, Path> sign = Map.of();

  @Override
  public void run() {
    Pool pool = PoolFile.load(source);
    PoolFile file = new PoolFile(target);
    if (sign.isEmpty()) {
      file.write(pool);
    } else if (sign.size() == 1 && file.signed()) {
      sign.forEach((id, key) -> file.write(PoolBundle.sign(pool, id, Keys.privateKey(key))));
    } else {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "one key signs, and only a .pool file is signed");
    }
    spec.commandLine()
        .getOut()
        .println(pool.size() + " features, content hash " + pool.contentHash());
  }
}
