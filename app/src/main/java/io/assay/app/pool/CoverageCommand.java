package io.assay.app.pool;

import io.assay.review.pool.Coverage;
import io.assay.review.pool.Coverage.Requirement;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts the keywords of each category against what GB/T 45654-2025 asks; fails if too few. */
@Command(
    name = "coverage",
    mixinStandardHelpOptions = true,
    description = "Count the keywords of each category against what GB/T 45654-2025 asks.")
final class CoverageCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "POOL", arity = "0..1", description = "A .csv or .json file.")
  Optional<Path> file = Optional.empty();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Coverage coverage =
        Coverage.of(PoolFile.load(file), Requirement.STANDARD, InstantSource.system().instant());
    out.println("category  keywords  required  missing  ");
    for (Coverage.Row row : coverage.rows()) {
      out.printf(
          "%-8s  %8d  %8d  %7d  %s%n",
          row.category().code(),
          row.keywords(),
          row.required(),
          row.missing(),
          row.category().chinese());
    }
    out.printf(
        "%-8s  %8d  %8d  %7d%n",
        "all", coverage.keywords(), coverage.requirement().total(), coverage.missing());
    return coverage.met() ? 0 : 1;
  }
}
