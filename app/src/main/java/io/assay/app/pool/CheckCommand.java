package io.assay.app.pool;

import io.assay.review.Pool;
import io.assay.review.Reviewer;
import io.assay.review.pool.Import;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is wrong with a pool file; fails if something is. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Say what is wrong with a pool file.")
final class CheckCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "POOL", description = "A .csv or .json file.")
  Path file = Path.of("");

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Import read = new PoolFile(file).read();
    for (Import.Problem problem : read.problems()) {
      out.println(file + ":" + problem.place() + ": " + problem.reason());
    }
    if (!read.problems().isEmpty()) {
      out.println(read.problems().size() + " problems");
      return 1;
    }
    Pool pool = Pool.of("check", read.features());
    Reviewer.of(pool);
    out.println(pool.size() + " features, content hash " + pool.contentHash());
    return 0;
  }
}
